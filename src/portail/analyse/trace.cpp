// The steps that led to the count, the threshold, the desk and the window, with the branches that
// did not apply and why. The amounts keep their own steps (subvention).
#include "portail/analyse/trace.hpp"

#include <algorithm>

#include "portail/recevabilite/routage.hpp"

namespace grappe::analyse {
namespace {

using programme::Niveau, programme::TestRegions, rules::RegleId, rules::Trace;
using recevabilite::Contexte, recevabilite::Decompte;

std::int64_t nombre(std::size_t taille) { return static_cast<std::int64_t>(taille); }

void compter(const Sujet& sujet, Trace& trace) {
    trace.push_back({RegleId::elig_03,
                     true,
                     "analyse.trace.decompte",
                     {{"lignes", nombre(sujet.dossier.saisi->essms.size())},
                      {"doublons", nombre(sujet.dossier.doublons.size())},
                      {"exclus", nombre(sujet.recevabilite.exclus.size())},
                      {"essms", nombre(sujet.recevabilite.comptes.size())}},
                     {}});
    for (const auto& exclu : sujet.recevabilite.exclus)
        trace.push_back({exclu.regle,
                         true,
                         "analyse.trace.exclu",
                         {{"finess", exclu.finess_et}, {"regle", core::name_of(exclu.regle)}},
                         {}});
}

void comparer_au_minimum(const Contexte& contexte, const Decompte& decompte, Trace& trace) {
    const auto& minimum = contexte.appel.minimum;
    if (!minimum.definie()) return;
    const bool reduit = recevabilite::territoire_du_seuil(contexte, decompte) ==
                        recevabilite::Territoire::corse_ou_outre_mer;
    const std::int64_t metropole = minimum->metropole;
    const std::int64_t insulaire = minimum->corse_outre_mer;
    trace.push_back(
        {RegleId::grp_01,
         true,
         decompte.essms() >= (reduit ? insulaire : metropole)
             ? std::string_view{"analyse.trace.minimum_atteint"}
             : std::string_view{"analyse.trace.minimum_non_atteint"},
         {{"essms", std::int64_t{decompte.essms()}}, {"minimum", reduit ? insulaire : metropole}},
         {minimum.chemin}});
    if (metropole == insulaire) return;
    trace.push_back({RegleId::grp_01,
                     false,
                     reduit ? std::string_view{"analyse.trace.seuil_metropole_ecarte"}
                            : std::string_view{"analyse.trace.seuil_outre_mer_ecarte"},
                     {{"minimum", reduit ? metropole : insulaire}},
                     {minimum.chemin}});
}

std::string_view phrase_de_la_ligne(const programme::LigneRoutage& ligne,
                                    const Decompte& decompte) {
    const int essms = decompte.essms();
    if (ligne.a_partir_de && essms < *ligne.a_partir_de) return "analyse.trace.ligne_trop_peu";
    if (ligne.moins_de && essms >= *ligne.moins_de) return "analyse.trace.ligne_trop";
    return ligne.regions == TestRegions::une ? "analyse.trace.ligne_une_region"
                                             : "analyse.trace.ligne_plusieurs_regions";
}

// Each row that the table refuses, until the one that answers.
void choisir_le_guichet(const Contexte& contexte, const Decompte& decompte, Trace& trace) {
    const auto& routage = contexte.appel.routage;
    if (!routage.definie() || decompte.comptes.empty()) return;
    const auto choisi = recevabilite::router(contexte, decompte);
    const std::int64_t essms = decompte.essms();
    std::int64_t rang = 0;
    for (const auto& ligne : *routage) {
        ++rang;
        if (&ligne == choisi.ligne) break;
        trace.push_back({RegleId::desk_01,
                         false,
                         phrase_de_la_ligne(ligne, decompte),
                         {{"ligne", rang},
                          {"essms", essms},
                          {"a_partir_de", std::int64_t{ligne.a_partir_de.value_or(0)}},
                          {"moins_de", std::int64_t{ligne.moins_de.value_or(0)}}},
                         {routage.chemin}});
    }
    trace.push_back({RegleId::desk_01,
                     true,
                     choisi.ligne == nullptr ? std::string_view{"analyse.trace.aucune_ligne"}
                                             : std::string_view{"analyse.trace.ligne_retenue"},
                     {{"ligne", rang},
                      {"essms", essms},
                      {"regions", nombre(decompte.regions.size())},
                      {"niveau", core::name_of(choisi.niveau)}},
                     {routage.chemin}});
    if (choisi.niveau == Niveau::regional && choisi.critere)
        trace.push_back({RegleId::desk_02,
                         true,
                         "analyse.trace.pivot",
                         {{"critere", core::name_of(*choisi.critere)},
                          {"region", choisi.pivot},
                          {"financeur", choisi.financeur}},
                         {contexte.appel.pivot.chemin}});
}

// Why a window of the call is not the one retained.
std::string_view phrase_de_la_fenetre(const programme::Fenetre& fenetre,
                                      const recevabilite::GenreDeDossier& genre,
                                      core::Instant depot) {
    if (!recevabilite::concerne(fenetre, genre)) return "analyse.trace.fenetre_autre_genre";
    if (depot < fenetre.ouvre_le) return "analyse.trace.fenetre_pas_ouverte";
    return fenetre.ferme_le <= depot ? "analyse.trace.fenetre_fermee"
                                     : "analyse.trace.fenetre_suivante";
}

void choisir_la_fenetre(const Contexte& contexte, const Decompte& decompte, Trace& trace) {
    const auto& fenetres = contexte.appel.fenetres;
    const auto portee = recevabilite::portee_de(recevabilite::router(contexte, decompte), decompte);
    if (!fenetres.definie() || !portee) {
        trace.push_back(
            {RegleId::cal_01, false, "analyse.trace.sans_fenetre", {}, {fenetres.chemin}});
        return;
    }
    const auto& saisi = contexte.saisi();
    const recevabilite::GenreDeDossier genre{*portee,
                                             saisi.nature.valeur_ou(programme::Nature::nouveau)};
    const auto choix = recevabilite::choisir_fenetre(contexte.appel, genre, saisi.depose_le);
    for (const auto& fenetre : *fenetres) {
        const bool retenue = choix && choix->fenetre == &fenetre;
        const bool a_temps = retenue && choix->a_temps();
        trace.push_back(
            {fenetre.regle,
             retenue,
             a_temps   ? std::string_view{"analyse.trace.fenetre_retenue"}
             : retenue ? std::string_view{"analyse.trace.fenetre_manquee"}
                       : phrase_de_la_fenetre(fenetre, genre, saisi.depose_le),
             {{"fenetre", std::string_view{fenetre.id}}, {"portee", core::name_of(*portee)}},
             {fenetres.chemin}});
    }
}

}  // namespace

rules::Trace trace(const Sujet& sujet) {
    const auto contexte = recevabilite::contexte_de(sujet.dossier, sujet.appel, sujet.referentiels);
    const auto decompte = recevabilite::decompter(sujet.recevabilite.comptes);
    Trace etapes;
    etapes.reserve(24);
    compter(sujet, etapes);
    comparer_au_minimum(contexte, decompte, etapes);
    choisir_le_guichet(contexte, decompte, etapes);
    choisir_la_fenetre(contexte, decompte, etapes);
    return etapes;
}

}  // namespace grappe::analyse
