// FIN-01 to FIN-05, FIN-09, FIN-14 to FIN-17: flats, pro rata, scale.
#include <algorithm>
#include <string>

#include "portail/subvention/constats_communs.hpp"

namespace grappe::subvention {
namespace {

using core::Money;
using programme::ConventionRang;
using programme::Regime;
using rules::Issue;
using rules::RegleId;
using Etat = HeuresLues::Etat;

struct SommeDuRegime {
    std::int64_t essms = 0;
    Money usage, equipement;
};

SommeDuRegime somme(const Calcul& calcul, Regime regime) {
    SommeDuRegime somme;
    for (std::size_t i = 0; i < calcul.base.lignes.size(); ++i) {
        if (calcul.base.lignes[i].regime != regime) continue;
        ++somme.essms;
        somme.usage += calcul.forfaits.lignes[i].usage;
        somme.equipement += calcul.forfaits.lignes[i].equipement;
    }
    return somme;
}

struct RegleDeForfait {
    RegleId regle;
    Regime regime;
    Money SommeDuRegime::*montant;
    std::string_view phrase;
};

constexpr RegleDeForfait regles_de_forfait[] = {
    {RegleId::fin_01, Regime::acquisition, &SommeDuRegime::usage, "subvention.fin01.conforme"},
    {RegleId::fin_02, Regime::montee_de_version, &SommeDuRegime::usage,
     "subvention.fin02.conforme"},
    {RegleId::fin_03, Regime::acquisition, &SommeDuRegime::equipement, "subvention.fin03.conforme"},
    {RegleId::fin_04, Regime::montee_de_version, &SommeDuRegime::equipement,
     "subvention.fin04.conforme"},
};

void constater_forfait(Releve& releve, const Calcul& calcul, const RegleDeForfait& juge) {
    const auto regime = somme(calcul, juge.regime);
    if (!releve.reste_a_juger(juge.regle, regime.essms > 0)) return;
    if (!bareme(calcul.appel(), juge.regime).definie())
        return releve.noter(juge.regle, {Issue::non_defini, "subvention.sans_bareme"},
                            {{"essms", regime.essms}});
    releve.noter(juge.regle, {Issue::conforme, juge.phrase},
                 {{"essms", regime.essms}, {"montant", regime.*juge.montant}});
}

bool rangs_deja_pris_inconnus(const Calcul& calcul) {
    const auto& extension = calcul.base.dossier().extension;
    return calcul.base.est_une_extension &&
           calcul.choix.extension == programme::RangExtension::cumule &&
           !(extension.connue() && extension->essms_deja_finances.connue());
}

void constater_paliers(Releve& releve, const Calcul& calcul) {
    const bool concerne = calcul.choix.convention_rang && !calcul.base.lignes.empty();
    if (!releve.reste_a_juger(RegleId::fin_05, concerne)) return;
    if (rangs_deja_pris_inconnus(calcul))
        return releve.noter(RegleId::fin_05, {Issue::manque, "subvention.fin05.deja_finances"}, {});
    releve.noter(RegleId::fin_05, {Issue::conforme, "subvention.fin05.conforme"},
                 {{"convention", core::name_of(*calcul.choix.convention_rang)}});
}

int annee_de_depot(const Calcul& calcul) {
    return core::paris().day_of(calcul.base.dossier().depose_le).year();
}

Verdict annee_jugee(const dossier::Heures& heures, int attendue) {
    if (!heures.annee.connue()) return {Issue::manque, "subvention.fin09.annee_inconnue"};
    if (*heures.annee != attendue) return {Issue::alerte, "subvention.fin09.autre_annee"};
    return {Issue::conforme, "subvention.fin09.conforme"};
}

Verdict heures_jugees(Etat etat, const dossier::Essms& essms, int attendue) {
    switch (etat) {
        case Etat::manquantes:
            return {Issue::manque, "subvention.fin09.manquantes"};
        case Etat::incoherentes:
            return {Issue::non_defini, "subvention.fin09.incoherentes"};
        case Etat::ignorees:
            return {Issue::alerte, "subvention.fin09.ignorees"};
        case Etat::sans_objet:
        case Etat::connues:
            break;
    }
    return annee_jugee(*essms.heures, attendue);
}

rules::Faits faits_des_heures(const HeuresLues& heures, int attendue) {
    rules::Faits faits{{"annee_attendue", std::to_string(attendue)}};
    if (heures.etat == Etat::connues)
        faits.push_back({"part", core::Fraction{heures.part.numerateur, heures.part.denominateur}});
    return faits;
}

std::string_view phrase_mixte(ConventionRang convention) {
    switch (convention) {
        case ConventionRang::par_regime:
            return "subvention.fin16.par_regime";
        case ConventionRang::commun_acquisitions_dabord:
            return "subvention.fin16.commun_acquisitions_dabord";
        case ConventionRang::commun_versions_dabord:
            return "subvention.fin16.commun_versions_dabord";
        case ConventionRang::commun_ordre_liste:
            return "subvention.fin16.commun_ordre_liste";
        case ConventionRang::commun_au_prorata:
            return "subvention.fin16.commun_au_prorata";
    }
    return {};
}

// AMB-01: the amount is that of one reading; the finding says between which others it stands.
void constater_grappe_mixte(Releve& releve, const Calcul& calcul) {
    Money bas = calcul.total();
    Money haut = bas;
    for (const auto& variante : calcul.variantes) {
        if (variante.choix != "convention_rang") continue;
        bas = std::min(bas, variante.total);
        haut = std::max(haut, variante.total);
    }
    const auto phrase =
        bas == haut ? "subvention.fin16.sans_effet" : phrase_mixte(*calcul.choix.convention_rang);
    releve.noter(RegleId::fin_16, {Issue::non_defini, phrase},
                 {{"convention", core::name_of(*calcul.choix.convention_rang)},
                  {"total", calcul.total()},
                  {"au_moins", bas},
                  {"au_plus", haut}});
}

bool convention_ouverte(const programme::Appel& appel) {
    const auto& options = appel.options;
    const auto option = std::find_if(options.begin(), options.end(),
                                     [](const auto& o) { return o.nom == "convention_rang"; });
    return option == options.end() || option->possibles.size() > 1;
}

}  // namespace

void constater_forfaits(Releve& releve, const Calcul& calcul) {
    for (const auto& regle : regles_de_forfait) constater_forfait(releve, calcul, regle);
    constater_paliers(releve, calcul);
}

// Every establishment of the dossier is judged, those excluded by another rule included.
void constater_heures(Releve& releve, const Calcul& calcul) {
    const auto regle = RegleId::fin_09;
    const auto& essms = calcul.base.demande.dossier.essms;
    std::vector<HeuresLues> lues;
    for (const auto& un : essms) lues.push_back(lire_heures(un, calcul.appel()));
    const bool concerne = std::any_of(
        lues.begin(), lues.end(), [](const HeuresLues& h) { return h.etat != Etat::sans_objet; });
    if (!releve.reste_a_juger(regle, concerne)) return;
    const int attendue = annee_de_depot(calcul) - 1;
    for (std::size_t i = 0; i < lues.size(); ++i) {
        if (lues[i].etat == Etat::sans_objet) continue;
        const auto verdict = heures_jugees(lues[i].etat, *essms[i].saisi, attendue);
        releve.noter(regle, rules::Objet::de_l_essms(essms[i].ligne, essms[i].finess()), verdict,
                     faits_des_heures(lues[i], attendue));
    }
}

void constater_bareme(Releve& releve, const Calcul& calcul) {
    const auto lignes = static_cast<std::int64_t>(calcul.base.lignes.size());
    if (releve.reste_a_juger(RegleId::fin_14, lignes > 0))
        releve.noter(
            RegleId::fin_14, {Issue::a_apprecier, "subvention.fin14.diapositive"},
            {{"section", std::string_view{calcul.appel().regle(RegleId::fin_14).source.section}}});
    releve.noter(RegleId::fin_15, {Issue::sans_objet, "subvention.fin15.principe"}, {});
    const auto acquisitions = somme(calcul, Regime::acquisition).essms;
    const bool mixte = acquisitions > 0 && acquisitions < lignes && calcul.choix.convention_rang;
    if (mixte && convention_ouverte(calcul.appel()))
        constater_grappe_mixte(releve, calcul);
    else if (releve.reste_a_juger(RegleId::fin_16, mixte))
        releve.noter(RegleId::fin_16, {Issue::conforme, "subvention.fin16.reglee"}, {});
    if (releve.reste_a_juger(RegleId::fin_17, calcul.specifique.total() > Money{}))
        releve.noter(RegleId::fin_17, {Issue::a_apprecier, "subvention.fin17.vigilance"},
                     {{"montant", calcul.specifique.total()}});
}

}  // namespace grappe::subvention
