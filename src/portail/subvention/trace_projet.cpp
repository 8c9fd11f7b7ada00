// The steps of the project: ranks, flats, specific aid and its ceiling, payments.
#include "portail/subvention/trace.hpp"

namespace grappe::subvention {
namespace {

using core::Money;
using programme::ConventionRang;
using programme::Regime;
using rules::RegleId;

std::string_view phrase_des_compteurs(ConventionRang convention) {
    switch (convention) {
        case ConventionRang::par_regime:
            return "subvention.projet.par_regime";
        case ConventionRang::commun_acquisitions_dabord:
            return "subvention.projet.commun_acquisitions_dabord";
        case ConventionRang::commun_versions_dabord:
            return "subvention.projet.commun_versions_dabord";
        case ConventionRang::commun_ordre_liste:
            return "subvention.projet.commun_ordre_liste";
        case ConventionRang::commun_au_prorata:
            return "subvention.projet.commun_au_prorata";
    }
    return {};
}

void ajouter_compteurs(rules::Trace& trace, const Calcul& calcul) {
    std::int64_t acquisitions = 0;
    for (const auto& ligne : calcul.base.lignes)
        acquisitions += ligne.regime == Regime::acquisition;
    const auto versions = entier(calcul.base.lignes.size()) - acquisitions;
    rules::Faits faits{{"acquisitions", acquisitions}, {"versions", versions}};
    if (!calcul.choix.convention_rang) {
        trace.push_back(ecartee(RegleId::fin_05, "subvention.projet.sans_paliers", std::move(faits),
                                calcul.appel().acquisition.chemin));
        return;
    }
    trace.push_back(appliquee(RegleId::fin_05, phrase_des_compteurs(*calcul.choix.convention_rang),
                              std::move(faits), "option.convention_rang"));
}

void ajouter_extension(rules::Trace& trace, const Calcul& calcul) {
    if (!calcul.base.est_une_extension || !calcul.choix.extension) return;
    const auto& deja = calcul.base.deja_finances;
    const bool cumule = *calcul.choix.extension == programme::RangExtension::cumule;
    trace.push_back(
        {RegleId::fin_05,
         cumule,
         cumule ? "subvention.projet.extension_cumule" : "subvention.projet.extension_redemarre",
         {{"acquisitions", std::int64_t{deja.acquisition}},
          {"versions", std::int64_t{deja.montee_de_version}}},
         {"option.extension"}});
}

void ajouter_forfaits(rules::Trace& trace, const Calcul& calcul) {
    const auto& forfaits = calcul.forfaits;
    trace.push_back(appliquee(RegleId::fin_01, "subvention.projet.forfaits",
                              {{"montant", forfaits.avant_plafonds}},
                              calcul.appel().acquisition.chemin));
    if (forfaits.total == forfaits.avant_plafonds) return;
    trace.push_back(appliquee(RegleId::fin_14, "subvention.projet.ecretement",
                              {{"montant", forfaits.avant_plafonds}, {"plafonne", forfaits.total}},
                              calcul.appel().plafond_forfaits_projet.chemin));
}

std::string_view phrase_amoa(Specifique::Amoa etat) {
    switch (etat) {
        case Specifique::Amoa::non_prevue:
            return "subvention.projet.amoa_non_prevue";
        case Specifique::Amoa::non_demandee:
            return "subvention.projet.amoa_non_demandee";
        case Specifique::Amoa::accordee:
            return "subvention.projet.amoa";
        case Specifique::Amoa::aucun_petit:
            return "subvention.projet.amoa_aucun_petit";
        case Specifique::Amoa::mixte:
            return "subvention.projet.amoa_mixte";
        case Specifique::Amoa::tailles_inconnues:
            return "subvention.projet.amoa_taille_inconnue";
    }
    return {};
}

void ajouter_demandes(rules::Trace& trace, const Calcul& calcul) {
    const auto& specifique = calcul.specifique;
    trace.push_back({RegleId::fin_06,
                     specifique.materiel_demande > Money{},
                     "subvention.projet.materiel",
                     {{"montant", specifique.materiel_demande}},
                     {calcul.appel().materiel.chemin}});
    trace.push_back({RegleId::fin_07,
                     specifique.etat_amoa == Specifique::Amoa::accordee,
                     phrase_amoa(specifique.etat_amoa),
                     {{"montant", specifique.amoa_demandee}},
                     {calcul.appel().amoa.chemin}});
}

std::string_view phrase_du_plafond(programme::AssiettePlafond assiette) {
    return assiette == programme::AssiettePlafond::forfaits_seuls
               ? "subvention.projet.plafond_forfaits"
               : "subvention.projet.plafond_total";
}

void ajouter_plafond(rules::Trace& trace, const Calcul& calcul) {
    const auto& specifique = calcul.specifique;
    const auto& taux = calcul.appel().plafond_specifique;
    if (!specifique.plafond) {
        trace.push_back(
            ecartee(RegleId::fin_08, "subvention.projet.sans_plafond", {}, taux.chemin));
        return;
    }
    const bool mord = specifique.demande() > *specifique.plafond;
    trace.push_back({RegleId::fin_08,
                     mord,
                     mord ? phrase_du_plafond(*calcul.choix.assiette_plafond)
                          : "subvention.projet.sous_plafond",
                     {{"pour_cent", pour_cent(*taux)},
                      {"assiette", core::name_of(*calcul.choix.assiette_plafond)},
                      {"demande", specifique.demande()},
                      {"plafond", *specifique.plafond},
                      {"materiel", specifique.materiel},
                      {"amoa", specifique.amoa}},
                     {taux.chemin, "option.assiette_plafond"}});
}

void ajouter_versements(rules::Trace& trace, const Calcul& calcul) {
    const auto& part = calcul.appel().part_avance;
    const auto& versements = calcul.versements;
    if (part.definie())
        trace.push_back(appliquee(RegleId::fin_12, "subvention.projet.avance",
                                  {{"pour_cent", pour_cent(*part)}, {"avance", versements.avance}},
                                  part.chemin));
    else
        trace.push_back(ecartee(RegleId::fin_12, "subvention.projet.sans_avance", {}, part.chemin));
    trace.push_back({RegleId::fin_10,
                     versements.non_justifie > Money{},
                     versements.non_justifie > Money{} ? "subvention.projet.solde_limite"
                                                       : "subvention.projet.solde",
                     {{"non_justifie", versements.non_justifie}, {"solde", versements.solde}},
                     {}});
}

}  // namespace

rules::Trace trace_du_projet(const Calcul& calcul) {
    rules::Trace trace;
    ajouter_compteurs(trace, calcul);
    ajouter_extension(trace, calcul);
    ajouter_forfaits(trace, calcul);
    ajouter_demandes(trace, calcul);
    ajouter_plafond(trace, calcul);
    ajouter_versements(trace, calcul);
    return trace;
}

}  // namespace grappe::subvention
