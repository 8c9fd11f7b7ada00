// The steps of a line. Each is one sentence, its facts, the parameters it read.
#include "portail/subvention/trace.hpp"

namespace grappe::subvention {
namespace {

using core::Money;
using programme::Regime;
using rules::Etape;
using rules::RegleId;
using Etat = HeuresLues::Etat;

struct VueDeLigne {
    const Calcul& calcul;
    const LignePreparee& ligne;
    const Forfait& forfait;
    const SpecifiqueDeLigne& specifique;

    bool acquisition() const { return ligne.regime == Regime::acquisition; }
    const OrganismePrepare& organisme() const { return calcul.base.organismes[ligne.organisme]; }
};

// One of the two flats of a line: what its sentences and its value are.
struct Part {
    RegleId regle;
    Money montant;                        // of the line
    Money programme::Palier::*du_palier;  // of the tier
    const char *moyen, *sans, *forfait, *rang;
};

Etape forfait(const VueDeLigne& vue, const Part& part) {
    const auto& du_regime = bareme(vue.calcul.appel(), vue.ligne.regime);
    if (!du_regime.definie())
        return ecartee(part.regle, "subvention.ligne.sans_bareme", {}, du_regime.chemin);
    const auto* palier = vue.forfait.palier;
    if (!palier)
        return appliquee(
            part.regle, part.moyen,
            {{"montant", part.montant}, {"essms", entier(vue.calcul.base.lignes.size())}},
            du_regime.chemin);
    const auto montant = palier->*part.du_palier;
    if (montant == Money{}) return ecartee(part.regle, part.sans, {}, palier->chemin);
    if (!vue.forfait.rang)
        return appliquee(part.regle, part.forfait, {{"forfait", montant}}, palier->chemin);
    return appliquee(part.regle, part.rang,
                     {{"forfait", montant}, {"rang", std::int64_t{*vue.forfait.rang}}},
                     palier->chemin);
}

Etape usage(const VueDeLigne& vue) {
    return forfait(vue, {.regle = vue.acquisition() ? RegleId::fin_01 : RegleId::fin_02,
                         .montant = vue.forfait.usage,
                         .du_palier = &programme::Palier::usage,
                         .moyen = "subvention.ligne.usage_moyen",
                         .sans = "subvention.ligne.sans_usage",
                         .forfait = "subvention.ligne.usage_forfait",
                         .rang = "subvention.ligne.usage_rang"});
}

Etape equipement(const VueDeLigne& vue) {
    return forfait(vue, {.regle = vue.acquisition() ? RegleId::fin_03 : RegleId::fin_04,
                         .montant = vue.forfait.equipement,
                         .du_palier = &programme::Palier::equipement,
                         .moyen = "subvention.ligne.equipement_moyen",
                         .sans = vue.acquisition() ? "subvention.ligne.sans_forfait_equipement"
                                                   : "subvention.ligne.sans_equipement",
                         .forfait = "subvention.ligne.equipement_forfait",
                         .rang = "subvention.ligne.equipement_rang"});
}

Etape prorata(const VueDeLigne& vue) {
    const auto& chemin = vue.calcul.appel().categories_saad.chemin;
    const auto regle = RegleId::fin_09;
    switch (vue.ligne.heures.etat) {
        case Etat::sans_objet:
            break;
        case Etat::ignorees:
            return ecartee(regle, "subvention.ligne.heures_ignorees", {}, chemin);
        case Etat::manquantes:
            return appliquee(regle, "subvention.ligne.heures_manquantes", {}, chemin);
        case Etat::incoherentes:
            return appliquee(regle, "subvention.ligne.heures_incoherentes", {}, chemin);
        case Etat::connues: {
            const auto part = vue.ligne.heures.part;
            return appliquee(regle, "subvention.ligne.prorata",
                             {{"part", core::Fraction{part.numerateur, part.denominateur}},
                              {"montant", vue.forfait.total()}},
                             chemin);
        }
    }
    return ecartee(regle, "subvention.ligne.pas_un_saad", {}, chemin);
}

Etape sans_materiel_car_taille(const VueDeLigne& vue) {
    const auto& chemin = vue.calcul.appel().petit_organisme.chemin;
    const auto regle = RegleId::fin_06;
    if (!vue.calcul.appel().petit_organisme.definie())
        return ecartee(regle, "subvention.ligne.materiel_sans_seuil", {}, chemin);
    if (vue.calcul.taille(vue.ligne) == Taille::inconnue)
        return ecartee(regle, "subvention.ligne.materiel_taille_inconnue", {}, chemin);
    return ecartee(
        regle, "subvention.ligne.materiel_grand_organisme",
        {{"geres", std::int64_t{vue.organisme().essms()}},
         {"seuil", std::int64_t{seuil(vue.organisme(), vue.calcul.base, vue.calcul.choix)}}},
        chemin);
}

Etape materiel(const VueDeLigne& vue) {
    const auto& aide = vue.calcul.appel().materiel;
    const auto regle = RegleId::fin_06;
    if (!aide.definie()) return ecartee(regle, "subvention.ligne.materiel_absent", {}, aide.chemin);
    if (vue.calcul.taille(vue.ligne) != Taille::petit) return sans_materiel_car_taille(vue);
    if (vue.ligne.materiel_demande == Money{})
        return ecartee(regle, "subvention.ligne.materiel_sans_devis", {}, aide.chemin);
    const bool reduit = vue.specifique.materiel < vue.ligne.materiel_demande;
    return appliquee(regle,
                     reduit ? "subvention.ligne.materiel_reduit" : "subvention.ligne.materiel",
                     {{"devis", *vue.ligne.essms->saisi->devis_materiel},
                      {"au_plus", aide->par_essms},
                      {"montant", vue.specifique.materiel}},
                     aide.chemin);
}

Etape amoa(const VueDeLigne& vue) {
    const auto& chemin = vue.calcul.appel().amoa.chemin;
    if (vue.specifique.amoa == Money{})
        return ecartee(RegleId::fin_07, "subvention.ligne.sans_amoa", {}, chemin);
    return appliquee(RegleId::fin_07, "subvention.ligne.amoa", {{"montant", vue.specifique.amoa}},
                     chemin);
}

void ajouter_hors_plafond(rules::Trace& trace, const VueDeLigne& vue) {
    if (!vue.ligne.hors_plafond) return;
    trace.push_back(ecartee(RegleId::fin_14, "subvention.ligne.hors_plafond", {},
                            bareme(vue.calcul.appel(), vue.ligne.regime).chemin));
}

void ajouter_ecretement(rules::Trace& trace, const VueDeLigne& vue) {
    const auto& forfaits = vue.calcul.forfaits;
    if (forfaits.total == forfaits.avant_plafonds) return;
    trace.push_back(appliquee(RegleId::fin_14, "subvention.ligne.ecretement",
                              {{"montant", vue.forfait.total()}},
                              vue.calcul.appel().plafond_forfaits_projet.chemin));
}

}  // namespace

rules::Trace trace_de_la_ligne(const Calcul& calcul, std::size_t ligne) {
    const VueDeLigne vue{.calcul = calcul,
                         .ligne = calcul.base.lignes[ligne],
                         .forfait = calcul.forfaits.lignes[ligne],
                         .specifique = calcul.specifique_par_ligne[ligne]};
    rules::Trace trace;
    trace.reserve(6);
    ajouter_hors_plafond(trace, vue);
    trace.push_back(usage(vue));
    trace.push_back(equipement(vue));
    if (calcul.appel().categories_saad.definie()) trace.push_back(prorata(vue));
    ajouter_ecretement(trace, vue);
    trace.push_back(materiel(vue));
    if (calcul.specifique.etat_amoa == Specifique::Amoa::accordee) trace.push_back(amoa(vue));
    return trace;
}

}  // namespace grappe::subvention
