// The findings: each says what was compared, what follows, and the text that it comes from.
#include "portail/solde/constats.hpp"

#include <algorithm>

#include "portail/solde/sort.hpp"
#include "portail/subvention/calcul.hpp"

namespace grappe::solde {
namespace {

using programme::CiblesPartielles, programme::NiveauDesCibles;
using rules::Source;
using Constats = std::vector<Constat>;

Source source_de_l_option(const programme::Appel& appel, std::string_view nom) {
    for (const auto& option : appel.options)
        if (option.nom == nom) return option.source;
    return {};
}

Source source_du_solde(const programme::Appel& appel) {
    for (const auto& delai : appel.delais)
        if (delai.nom == "solde") return delai.source;
    return appel.part_avance.source;
}

Source source_des_cibles(const programme::Appel& appel) {
    for (const auto& silence : appel.silences)
        if (silence.nom == "cible") return silence.source;
    return source_du_solde(appel);
}

// Of an amended agreement: the sum stands, what it exceeds is told (AMB-29).
void dire_l_avance_arretee(const Demande& demande, const Solde& solde, Constats& constats) {
    const auto& source = demande.appel.part_avance.source;
    constats.push_back({"PAY-01",
                        rules::Issue::conforme,
                        {},
                        "solde.avance.arretee",
                        {{"avance", demande.avance->montant}, {"accorde", solde.accorde}},
                        source});
    if (demande.avance->en_trop == Money{}) return;
    constats.push_back({"AMB-29",
                        rules::Issue::alerte,
                        {},
                        "solde.avance.en_trop",
                        {{"en_trop", demande.avance->en_trop}},
                        source});
}

void dire_l_avance(const Demande& demande, const Solde& solde, Constats& constats) {
    const auto& part = demande.appel.part_avance;
    if (!part.definie()) {
        constats.push_back(
            {"PAY-01", rules::Issue::non_defini, {}, "solde.avance.non_definie", {}, part.source});
        return;
    }
    if (demande.avance) return dire_l_avance_arretee(demande, solde, constats);
    constats.push_back({"PAY-01",
                        rules::Issue::conforme,
                        {},
                        "solde.avance.dite",
                        {{"avance", solde.avance.total.total()},
                         {"part", subvention::pour_cent(*part)},
                         {"accorde", solde.accorde}},
                        part.source});
}

void dire_le_visa(const Demande& demande, Constats& constats) {
    const auto source = source_du_solde(demande.appel);
    const auto noter = [&](rules::Issue issue, std::string_view phrase) {
        constats.push_back({"PAY-02", issue, {}, phrase, {}, source});
    };
    if (demande.depenses == nullptr) return noter(rules::Issue::manque, "solde.depenses.absentes");
    if (!demande.depenses->visees) return noter(rules::Issue::manque, "solde.depenses.non_visees");
    noter(rules::Issue::conforme, "solde.depenses.visees");
}

struct Vue {
    rules::Issue issue;
    std::string_view phrase;
};

Vue vue_de(EtatDeCible etat) {
    switch (etat) {
        case EtatDeCible::atteinte:
            return {rules::Issue::conforme, "solde.cible.atteinte"};
        case EtatDeCible::non_atteinte:
            return {rules::Issue::non_conforme, "solde.cible.non_atteinte"};
        case EtatDeCible::sans_mesure:
            return {rules::Issue::manque, "solde.cible.sans_mesure"};
        case EtatDeCible::non_mesurable:
            return {rules::Issue::a_apprecier, "solde.cible.non_mesurable"};
        case EtatDeCible::autre_lecture:
            return {rules::Issue::a_apprecier, "solde.cible.autre_lecture"};
        case EtatDeCible::concernement_inconnu:
            break;
    }
    return {rules::Issue::a_apprecier, "solde.cible.concernement_inconnu"};
}

void dire_une_cible(const CibleJugee& jugee, const std::string& finess, Constats& constats) {
    const auto vue = vue_de(jugee.etat);
    constats.push_back({jugee.cible->indicateur,
                        vue.issue,
                        finess,
                        vue.phrase,
                        {{"numerateur", jugee.mesure.numerateur},
                         {"denominateur", jugee.mesure.denominateur},
                         {"cible", subvention::pour_cent(jugee.cible->cible)},
                         {"regle", jugee.cible->indicateur}},
                        jugee.cible->source,
                        jugee.indicateur});
}

// What some targets reached and others not are worth, where the call decides it.
void dire_le_partiel(const Demande& demande, const Jugement& jugement, const std::string& finess,
                     Constats& constats) {
    if (jugement.atteinte != Atteinte::partielle) return;
    const auto lecture = *demande.appel.cibles_partiellement_atteintes;
    Vue vue{rules::Issue::a_apprecier, "solde.partiel.appreciation"};
    if (lecture == CiblesPartielles::tout_ou_rien)
        vue = {rules::Issue::non_conforme, "solde.partiel.rien"};
    if (lecture == CiblesPartielles::au_prorata)
        vue = {rules::Issue::alerte, "solde.partiel.prorata"};
    constats.push_back({"AMB-24",
                        vue.issue,
                        finess,
                        vue.phrase,
                        {{"atteintes", std::int64_t{jugement.nombre(EtatDeCible::atteinte)}},
                         {"jugees", static_cast<std::int64_t>(jugement.cibles.size())}},
                        source_de_l_option(demande.appel, "cibles_partiellement_atteintes")});
}

std::int64_t nombre_d_atteints(const Solde& solde) {
    return std::count_if(solde.lignes.begin(), solde.lignes.end(), [](const LigneDeSolde& ligne) {
        return ligne.jugement.atteinte == Atteinte::atteinte;
    });
}

void dire_le_niveau(const Demande& demande, const Solde& solde, Constats& constats) {
    const bool chaque = *demande.appel.niveau_des_cibles == NiveauDesCibles::chaque_essms;
    const auto atteints = nombre_d_atteints(solde);
    const auto lignes = static_cast<std::int64_t>(solde.lignes.size());
    constats.push_back({"AMB-21",
                        atteints == lignes ? rules::Issue::conforme : rules::Issue::alerte,
                        {},
                        chaque ? "solde.niveau.chaque" : "solde.niveau.projet",
                        {{"atteints", atteints}, {"lignes", lignes}},
                        source_de_l_option(demande.appel, "niveau_des_cibles")});
}

// Of the project where it is judged whole; else of each establishment that did not reach all.
void dire_les_cibles(const Demande& demande, const Solde& solde, Constats& constats) {
    if (demande.appel.cibles.empty()) {
        constats.push_back({"PAY-02",
                            rules::Issue::non_defini,
                            {},
                            "solde.cible.non_definie",
                            {},
                            source_des_cibles(demande.appel)});
        return;
    }
    dire_le_niveau(demande, solde, constats);
    const bool chaque = *demande.appel.niveau_des_cibles == NiveauDesCibles::chaque_essms;
    if (!chaque) {
        for (const auto& une : solde.jugement.cibles) dire_une_cible(une, {}, constats);
        dire_le_partiel(demande, solde.jugement, {}, constats);
    }
    for (const auto& ligne : solde.lignes) {
        for (const auto& une : ligne.jugement.cibles)
            if (une.etat != EtatDeCible::atteinte &&
                (chaque || une.etat == EtatDeCible::sans_mesure))
                dire_une_cible(une, ligne.finess_et, constats);
        if (chaque) dire_le_partiel(demande, ligne.jugement, ligne.finess_et, constats);
    }
}

void dire_l_aide_specifique(const Demande& demande, const Solde& solde, Constats& constats) {
    const auto& groupe = solde.justification.specifique;
    if (groupe.accorde == Money{}) return;
    const bool limite = groupe.prouve < groupe.accorde;
    constats.push_back({"FIN-10",
                        limite ? rules::Issue::alerte : rules::Issue::conforme,
                        {},
                        limite ? "solde.specifique.limitee" : "solde.specifique.justifiee",
                        {{"accorde", groupe.accorde},
                         {"prouve", groupe.prouve},
                         {"avance", groupe.avance},
                         {"solde", groupe.solde}},
                        demande.appel.regle(rules::RegleId::fin_10).source});
}

void dire_les_forfaits(const Demande& demande, Constats& constats) {
    const auto depense = demande.depenses->par_aide();
    const auto accorde = demande.accorde.total();
    if (depense.usage >= accorde.usage && depense.equipement >= accorde.equipement) return;
    const bool limite = *demande.appel.depenses_sous_le_forfait ==
                        programme::DepensesSousLeForfait::tout_est_limite;
    constats.push_back({"AMB-26",
                        rules::Issue::alerte,
                        {},
                        limite ? "solde.forfaits.limites" : "solde.forfaits.entiers",
                        {{"accorde", accorde.forfaits()},
                         {"depense", depense.forfaits()},
                         {"prouve", std::min(depense.usage, accorde.usage) +
                                        std::min(depense.equipement, accorde.equipement)}},
                        source_de_l_option(demande.appel, "depenses_sous_le_forfait")});
}

void dire_le_trop_verse(const Demande& demande, const Solde& solde, Constats& constats) {
    if (solde.trop_verse == Money{}) return;
    const auto en_trop = demande.avance ? demande.avance->en_trop : Money{};
    const bool repris = solde.a_recouvrer > en_trop;
    constats.push_back({"AMB-25",
                        repris ? rules::Issue::alerte : rules::Issue::non_defini,
                        {},
                        repris ? "solde.trop_verse.repris" : "solde.trop_verse.laisse",
                        {{"trop_verse", solde.trop_verse}},
                        source_de_l_option(demande.appel, "avance_si_echec")});
}

}  // namespace

std::vector<Constat> constater(const Demande& demande, const Solde& solde) {
    Constats constats;
    dire_l_avance(demande, solde, constats);
    dire_les_cibles(demande, solde, constats);
    dire_le_visa(demande, constats);
    if (demande.depenses != nullptr) {
        dire_l_aide_specifique(demande, solde, constats);
        dire_les_forfaits(demande, constats);
    }
    dire_le_trop_verse(demande, solde, constats);
    return constats;
}

std::string dire(const Constat& constat, const rules::Phrases& phrases) {
    auto faits = constat.faits;
    if (constat.indicateur)
        faits.push_back(
            {"indicateur",
             phrases.rendre("usage.indicateur." + std::string{core::name_of(*constat.indicateur)},
                            {})});
    else
        faits.push_back({"indicateur", std::string{constat.regle}});
    return phrases.rendre(constat.phrase, faits);
}

}  // namespace grappe::solde
