// The receipt as a PDF: made of what was frozen, the same bytes each time.
#include "portail/documents/recepisse_pdf.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "portail/documents/mots.hpp"
#include "portail/documents/valeur_lue.hpp"

namespace grappe::documents {
namespace {

rules::Phrases francais() {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/locale/fr.txt"};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return rules::Phrases::charger(texte.str()).value();
}

core::Instant instant(std::string_view texte) { return core::Instant::parse(texte).value(); }

teleservice::Depot depot(std::string recepisse) {
    return {.dossier = "d1",
            .rang = 1,
            .numero = "NA-2024-AAAA-BBBB-CCCC",
            .version = 3,
            .depose_par = "c1",
            .depose_le = instant("2024-05-24T21:59:59Z"),
            .niveau = programme::Niveau{},
            .financeur = "ARS Nouvelle-Aquitaine",
            .ferme_le = {},
            .regles = "sha256:00",
            .subvention = {},
            .empreinte = std::string(64, 'a'),
            .recepisse = std::move(recepisse)};
}

std::string imprime(const std::string& json) {
    const auto un = depot(json);
    return recepisse_en_pdf({.depot = un, .pieces = {}, .adresse_publique = "https://grappe.test"},
                            francais());
}

}  // namespace

TEST_CASE("the same deposit gives the same receipt, with or without amounts") {
    const std::string sans = R"({"appel": "NA-2024", "subvention": null})";
    CHECK(imprime(sans) == imprime(sans));
    const auto avec = imprime(R"({"appel": "NA-2024", "subvention": {"total": "21000.00",
        "avance": "10500.00", "solde": "10500.00", "usage": "7000.00", "equipement": "14000.00",
        "specifique": "0.00", "lignes": [{"finess_et": "339900003", "rang": 1,
        "regime": "acquisition", "usage": "7000.00", "equipement": "14000.00", "materiel": "0.00",
        "amoa": "0.00", "total": "21000.00"}]}})");
    CHECK(avec.size() > imprime(sans).size());
}

TEST_CASE("an instant is told to the second, in the time of Paris") {
    CHECK(heure_de(core::paris(), instant("2024-05-24T21:59:59Z")) ==
          "24 mai 2024 à 23 h 59 min 59 s");
    CHECK(heure_de(core::paris(), instant("2024-12-31T23:00:00Z")) ==
          "1er janvier 2025 à 00 h 00 min 00 s");
}

TEST_CASE("a size is told in the unit that suits it") {
    CHECK(taille_en_francais(1023) == "1023 octets");
    CHECK(taille_en_francais(1024) == "1,0 Kio");
    CHECK(taille_en_francais(20 * 1024 * 1024) == "20,0 Mio");
}

TEST_CASE("a value of a JSON text is asked by its keys; what is absent stays so") {
    const auto lu = ValeurLue::lire(R"({"a": {"b": [1, "deux", null]}})");
    CHECK(lu.champ("a").champ("b").elements().at(1).texte() == "deux");
    CHECK(lu.champ("a").champ("b").elements().at(0).texte() == "1");
    CHECK(lu.champ("a").champ("b").elements().at(2).est_nulle());
    CHECK_FALSE(lu.champ("x").champ("y").presente());
    CHECK_FALSE(ValeurLue::lire("{").presente());
}

}  // namespace grappe::documents
