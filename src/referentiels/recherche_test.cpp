// Search in the register: by number, name, town, postal code, while typing.
#include <doctest/doctest.h>

#include "referentiels/etablissement_pour_tests.hpp"
#include "referentiels/mots.hpp"
#include "referentiels/registre_en_memoire.hpp"

namespace grappe::referentiels {
namespace {

Etablissement fiche(const std::string& numero, const std::string& nom, const std::string& commune) {
    auto lue = etablissement_pour_tests(numero);
    lue.finess_ej = "330000001";
    lue.raison_sociale = nom;
    lue.commune = commune;
    return lue;
}

RegistreEnMemoire petit_registre() {
    std::vector<Etablissement> fiches{
        fiche("339991002", "RESIDENCE LES CÈDRES", "ST-JEAN-D'ILLAC"),
        fiche("339991010", "L’ŒUVRE DU CHÊNE", "BORDEAUX"),
        fiche("339991028", "BORDEAUX ACCUEIL", "PESSAC"),
        fiche("339991036", "PHARMACIE BORDELAISE", "BORDEAUX"),
        fiche("2A9990009", "EHPAD DU GOLFE", "AJACCIO"),
        fiche("010000024", "FOYER DE BORD", "VIRIAT"),
        fiche("339991044", "ACCUEIL BORDEAUX CENTRE", "BORDEAUX"),
    };
    fiches[3].categorie = "620";
    fiches[4].departement = "2A";
    fiches[4].region = "94";
    fiches[4].code_postal = "20000";
    fiches[5].finess_ej = "010780054";
    fiches[5].code_postal = "01440";
    fiches[5].departement = "01";
    fiches[5].region = "84";
    fiches[6].ferme_le = *core::Date::parse("2020-01-01");
    Categorie ehpad{.code = "500",
                    .libelle = "",
                    .eligibilite = Eligibilite::oui,
                    .secteur = Secteur::PA,
                    .fermee_le = std::nullopt,
                    .recodee_en = "",
                    .agregat = "",
                    .remarque = ""};
    return {*core::Date::parse("2024-01-01"), std::move(fiches), Categories{{{"500", ehpad}}}, {}};
}

std::vector<std::string> noms(const Recherche& recherche) {
    static const auto registre = petit_registre();
    std::vector<std::string> trouves;
    for (const auto* e : registre.chercher(recherche).etablissements)
        trouves.push_back(e->raison_sociale);
    return trouves;
}

using Noms = std::vector<std::string>;

}  // namespace

TEST_CASE("accents, case, apostrophes, ligatures and dashes do not count") {
    CHECK(noms({.texte = "cedres"}) == Noms{"RESIDENCE LES CÈDRES"});
    CHECK(noms({.texte = "  l'oeuvre du CHENE "}) == Noms{"L’ŒUVRE DU CHÊNE"});
    CHECK(noms({.texte = "Saint Jean d’Illac"}) == Noms{"RESIDENCE LES CÈDRES"});
    CHECK(noms({.texte = "st jean"}) == Noms{"RESIDENCE LES CÈDRES"});
}

TEST_CASE("initials are found with and without their dots, while typing too") {
    CHECK(noms({.texte = "E.H.P.A.D. golfe"}) == Noms{"EHPAD DU GOLFE"});
    CHECK(noms({.texte = "e.h.p"}) == Noms{"EHPAD DU GOLFE"});
    CHECK(mots("I.M.E. St.Jean, J. B. 2.A") == Noms{"ime", "st", "jean", "j", "b", "2a"});
}

TEST_CASE("every word is required, each as the beginning of a word") {
    CHECK(noms({.texte = "res ced"}) == Noms{"RESIDENCE LES CÈDRES"});
    CHECK(noms({.texte = "cedres bordeaux"}).empty());
    CHECK(noms({.texte = "ordeaux"}).empty());
    CHECK(noms({.texte = "golf ajac"}) == Noms{"EHPAD DU GOLFE"});
}

TEST_CASE("a number is found exact, begun, in pieces, without its zero, or from inside") {
    CHECK(noms({.texte = "339991002"}) == Noms{"RESIDENCE LES CÈDRES"});
    CHECK(noms({.texte = "33 999 1002"}) == Noms{"RESIDENCE LES CÈDRES"});
    CHECK(noms({.texte = "3399910", .limite = 9}).size() == 5);
    CHECK(noms({.texte = "10000024"}) == Noms{"FOYER DE BORD"});
    CHECK(noms({.texte = "991028"}) == Noms{"BORDEAUX ACCUEIL"});
    CHECK(noms({.texte = "2a9990009"}) == Noms{"EHPAD DU GOLFE"});
    CHECK(noms({.texte = "01440"}) == Noms{"FOYER DE BORD"});
    CHECK(noms({.texte = "010780054"}) == Noms{"FOYER DE BORD"});
    // Astride two neighbours of the list is not inside a number.
    CHECK(noms({.texte = "0023399"}).empty());
}

TEST_CASE("names that begin so come first, then whole words, open before closed, ESSMS first") {
    CHECK(noms({.texte = "bord"}) == Noms{"BORDEAUX ACCUEIL", "FOYER DE BORD", "L’ŒUVRE DU CHÊNE",
                                          "PHARMACIE BORDELAISE", "ACCUEIL BORDEAUX CENTRE"});
    CHECK(noms({.texte = "accueil bordeaux"}) ==
          Noms{"ACCUEIL BORDEAUX CENTRE", "BORDEAUX ACCUEIL"});
}

TEST_CASE("criteria narrow an answer and suffice alone, and the total counts beyond the limit") {
    CHECK(noms({.texte = "bord", .categorie = "620"}) == Noms{"PHARMACIE BORDELAISE"});
    CHECK(noms({.texte = "", .region = "94"}) == Noms{"EHPAD DU GOLFE"});
    CHECK(noms({.texte = "", .departement = "01"}) == Noms{"FOYER DE BORD"});
    CHECK(noms({.texte = "bord", .region = "99"}).empty());
    CHECK(noms({.texte = " - "}).empty());
    const auto registre = petit_registre();
    const auto trouvailles = registre.chercher({.texte = "bord", .limite = 2});
    CHECK(trouvailles.total == 5);
    CHECK(trouvailles.etablissements.size() == 2);
}

TEST_CASE("an empty register answers nothing") {
    const RegistreEnMemoire vide{*core::Date::parse("2024-01-01"), {}, Categories{{}}, {}};
    CHECK(vide.chercher({.texte = "a"}).total == 0);
    CHECK(vide.chercher({.texte = "339991002", .region = "75"}).total == 0);
    CHECK(vide.find("339991002") == nullptr);
}

}  // namespace grappe::referentiels
