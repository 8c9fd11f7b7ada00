// A file of deadlines is read strictly, every fault at once.
#include "dui/echeance/lecture.hpp"

#include <doctest/doctest.h>

#include "dui/echeance/cas_pour_tests.hpp"

namespace grappe::echeance {
namespace {

// The file shipped with one text put in the place of another.
std::string livre_avec(const std::string& de, const std::string& par) {
    auto texte = tests::lire_fichier("donnees/echeances/echeances-1.toml");
    const auto ou = texte.find(de);
    REQUIRE(ou != std::string::npos);
    return texte.replace(ou, de.size(), par);
}

}  // namespace

TEST_CASE("the file shipped is sound") {
    const auto lue = lire(tests::lire_fichier("donnees/echeances/echeances-1.toml"));
    REQUIRE(lue.regles);
    CHECK(lue.regles->toutes.size() == 14);
    CHECK(lue.regles->version == "echeances-1");
}

TEST_CASE("each fault is told at its place, with the way to mend it") {
    struct Essai {
        const char *de, *par, *code, *chemin;
    };
    const Essai essais[] = {
        {"version =", "versions =", "inconnue", "versions"},
        {"version = \"echeances-1\"\n", "", "manque", "version"},
        {"proche_en_jours = 30", "proche_en_jours = 0", "entier", "proche_en_jours"},
        {"\"15 jours\"", "\"15 semaines\"", "delai", "regle[1].delai"},
        {"\"8 jours avant\"", "\"-8 jours\"", "delai", "regle[0].delai"},
        {"majeurs = true", "majeurs = 1", "booleen", "regle[0].majeurs"},
        {"majeurs = true", "majeur = true", "inconnue", "regle[0].majeur"},
        {"majeurs = true", "du = \"2026\"", "jour", "regle[0].du"},
        {"[\"contrat\", \"dipc\", \"refus\"]", "[\"contrats\"]", "mot", "regle[0].profils"},
        {"[\"contrat\", \"dipc\", \"refus\"]", "[]", "liste", "regle[0].profils"},
        {"\"casf L. 311-5-1 et D. 311-0-4\"", "\"code L. 311\"", "source", "regle[0].source"},
        {"\"casf L. 311-5-1 et D. 311-0-4\"", "\"casf\"", "source", "regle[0].source"},
        {"depart = \"entretien\"", "depart = \"dernier\"", "depuis_actes", "regle[0].depuis_actes"},
        {"depuis_actes = [\"remise_dipm\"]\ndelai = \"12 mois\"",
         "depuis_actes = [\"remise_dipm\"]\ndelai = \"12 jours\"", "delai_en_mois",
         "regle[10].delai"},
        {"code = \"dipm\"", "code = \"avenant\"", "sans_regle", "regle"},
        {"profils = [\"dipc\"]", "profils = [\"contrat\"]", "deux_fois", "regle"},
        {"grappe = ", "autre = \"Autre\"\ngrappe = ", "document", "documents"},
        {"[choix]", "[choix", "syntaxe", ""},
        {"note = \"Huit", "note = 3 #\"Huit", "texte", "regle[0].note"},
    };
    for (const auto& essai : essais) {
        CAPTURE(essai.par);
        const auto lue = lire(livre_avec(essai.de, essai.par));
        CHECK_FALSE(lue.regles);
        REQUIRE_FALSE(lue.fautes.empty());
        bool dite = false;
        for (const auto& faute : lue.fautes) {
            dite = dite || (faute.code == essai.code && faute.chemin == essai.chemin);
            CHECK(phrase(faute, tests::phrases()).starts_with("ligne "));
        }
        CHECK(dite);
    }
}

TEST_CASE("all the faults of a file are told") {
    auto texte = livre_avec("\"15 jours\"", "\"quinze\"");
    texte.replace(texte.find("proche_en_jours"), 6, "PROCHE");
    CHECK(lire(texte).fautes.size() == 3);  // the delay, a key too many, a key that misses
}

TEST_CASE("an empty file misses everything, without a crash") {
    CHECK(lire("").fautes.size() == 5);
    CHECK(lire("regle = 3\nchoix = 1\ndocuments = \"x\"").fautes.size() > 3);
}

}  // namespace grappe::echeance
