// The definitions on the cases of tests/usage/dossier.cas, and what holds of any record.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/integer.hpp"
#include "rules/phrases.hpp"
#include "usage/cas_pour_tests.hpp"
#include "usage/hasard_pour_tests.hpp"

namespace grappe::usage {
namespace {

std::string dits(const Compteurs& compteurs) {
    std::string texte;
    for (const auto& [compteur, nom] : names(Compteur{})) {
        if (compteurs[compteur] == 0) continue;
        texte += " " + std::string{nom};
        if (compteurs[compteur] != 1) texte += "=" + std::to_string(compteurs[compteur]);
    }
    return texte;
}

std::string nom_de(const Refus& refus) {
    return refus ? std::string{core::name_of(*refus)} : "compte";
}

void verifier(const Evaluation& evaluation, const Attendu& attendu) {
    const auto& mots = attendu.mots;
    if (attendu.genre == "compte") {
        std::string voulu;
        for (const auto& mot : mots) voulu += " " + mot;
        CHECK(dits(evaluation.compteurs) == voulu);
        return;
    }
    const auto indicateur = core::named<Indicateur>(mots.at(0)).value();
    const auto lecture = core::named<Denominateur>(mots.at(1)).value();
    const auto trouve = attendu.genre == "motif"
                            ? refus(evaluation, indicateur, lecture)
                            : hors_denominateur(evaluation, indicateur, lecture);
    CHECK(nom_de(trouve) == mots.at(2));
}

template <class Fait>
void renverser(std::vector<Fait>& faits) {
    std::reverse(faits.begin(), faits.end());
}

DossierMesure a_l_envers(DossierMesure dossier) {
    renverser(dossier.sejours);
    renverser(dossier.modifications);
    renverser(dossier.projets);
    renverser(dossier.evenements);
    renverser(dossier.envois);
    renverser(dossier.alimentations);
    renverser(dossier.eprescription.le);
    renverser(dossier.eparcours.le);
    return dossier;
}

bool memes(const Evaluation& une, const Evaluation& autre) {
    return une.compteurs == autre.compteurs && une.personne == autre.personne &&
           une.eligible == autre.eligible && une.actif == autre.actif &&
           une.projet == autre.projet && une.evenement == autre.evenement &&
           une.envoi == autre.envoi && une.dmp == autre.dmp;
}

}  // namespace

TEST_CASE("each case of tests/usage/dossier.cas counts as it says") {
    const auto tous = cas_de_dossiers(GRAPPE_ROOT);
    CHECK(tous.size() >= 40);
    for (const auto& cas : tous) {
        CAPTURE(cas.nom);
        REQUIRE_FALSE(cas.attendus.empty());
        const auto evaluation = evaluer(cas.dossier, fenetre_de(jour(cas.au), 3));
        for (const auto& attendu : cas.attendus) verifier(evaluation, attendu);
    }
}

TEST_CASE("the least facts of a record count as the whole, whatever the order of its facts") {
    const auto fenetre = fenetre_de(jour("2024-09-30"), 3);
    Hasard hasard{20240930};
    int comptes = 0;
    for (int tour = 0; tour < 20'000; ++tour) {
        const auto dossier = un_dossier(hasard);
        const auto entier = evaluer(dossier, fenetre);
        const auto reduit = reduire(dossier, fenetre);
        REQUIRE(memes(evaluer(reduit, fenetre), entier));
        REQUIRE(memes(evaluer(a_l_envers(dossier), fenetre), entier));
        REQUIRE(reduire(a_l_envers(dossier), fenetre) == reduit);
        REQUIRE(reduire(reduit, fenetre) == reduit);
        REQUIRE(reduit.modifications.size() <= 1);
        REQUIRE(reduit.projets.size() <= 1);
        REQUIRE(reduit.sejours.size() <= 4);
        comptes += entier.actif ? 0 : 1;
    }
    CHECK(comptes > 1'000);  // the records are not all refused
}

TEST_CASE("what a record adds hangs together") {
    const auto periode = fenetre_de(jour("2024-09-30"), 3);
    Hasard hasard{7};
    for (int tour = 0; tour < 5'000; ++tour) {
        using enum Compteur;
        const auto& c = evaluer(un_dossier(hasard), periode).compteurs;
        REQUIRE(c[actif] <= c[Compteur::fenetre]);
        REQUIRE(c[actif_present] <= std::min(c[actif], c[presents]));
        REQUIRE(c[projet] <= c[actif]);
        REQUIRE(c[evenement_present] <= c[evenement]);
        REQUIRE(c[eligible_fenetre] <= c[Compteur::fenetre]);
        REQUIRE(c[presents] <= c[file_active]);
        REQUIRE(c[eprescription] <= c[eprescription_depuis_le_debut]);
    }
}

TEST_CASE("each reason has its sentence") {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/locale/fr.txt"};
    const auto phrases =
        rules::Phrases::charger(std::string{std::istreambuf_iterator{fichier}, {}}).value();
    for (const auto& [motif, nom] : names(Motif{}))
        CHECK(phrases.contient("usage.motif." + std::string{nom}));
    for (const auto& [indicateur, nom] : names(Indicateur{}))
        CHECK(phrases.contient("usage.indicateur." + std::string{nom}));
    for (const auto& [lecture, nom] : names(Denominateur{}))
        CHECK(phrases.contient("usage.denominateur." + std::string{nom}));
}

}  // namespace grappe::usage
