// The digest of a call: the same under another layout of its file, another after any change of
// value.
#include "portail/programme/empreinte.hpp"

#include <doctest/doctest.h>

#include <set>

#include "portail/programme/appels_pour_tests.hpp"

namespace grappe::programme {
namespace {

std::string exemple() { return texte_de(racine() / "docs" / "exemple-appel.toml"); }

std::string empreinte(const std::string& texte) {
    const auto lu = lire_appel(texte, {});
    for (const auto& defaut : lu.defauts) FAIL_CHECK(phrase(defaut, phrases()));
    REQUIRE(lu.tous.size() == 1);
    return lu.tous[0].versions.front().appel.empreinte;
}

std::string change(const char* avant, const char* apres) {
    auto texte = exemple();
    const auto ou = texte.find(avant);
    REQUIRE_MESSAGE(ou != std::string::npos, avant);
    return texte.replace(ou, std::string_view{avant}.size(), apres);
}

}  // namespace

TEST_CASE("SHA-256 gives the published digest of the empty text and of abc") {
    CHECK(empreinte_sha256("") ==
          "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(empreinte_sha256("abc") ==
          "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("another way of writing the same values keeps the digest") {
    const auto reference = empreinte(exemple());
    const char* const ecritures[][2] = {
        {"# Exemple complet", "# Un autre commentaire,\n\n\n# Exemple complet"},
        {"valeur = \"20 %\"", "valeur = \"1/5\""},
        {"par_projet = 40000", "par_projet = \"40000.00\""},
        {"{ jusqu_au = 10, usage = 6000, equipement = 12000 }",
         "{ equipement = 12000, jusqu_au = 10, usage = 6000 }"},
        {"dernier_jour = 2026-10-15", "ferme_le = 2026-10-16T00:00:00+04:00"},
        {"ouvre_le = 2026-03-01T08:00:00", "ouvre_le = 2026-03-01T05:00:00+01:00"},
        {"couche = \"Appel d'exemple 2026\"", "couche = \"Autre nom de couche\""},
        {"source = \"texte article 9\"\n[[enveloppe]]",
         "source = { document = \"texte\", section = \"article 9\" }\n[[enveloppe]]"},
    };
    for (const auto& [avant, apres] : ecritures) {
        CAPTURE(avant);
        CHECK(empreinte(change(avant, apres)) == reference);
    }
}

TEST_CASE("a change of any value or source changes the digest") {
    std::set<std::string> vues{empreinte(exemple())};
    const char* const changements[][2] = {
        {"metropole = 10", "metropole = 11"},
        {"usage = 6000", "usage = \"6000.01\""},
        {"jusqu_au = 40, usage", "jusqu_au = 41, usage"},
        {"plafond = 400000", "plafond = 400001"},
        {"ferme_le = 2026-06-30T17:00:00", "ferme_le = 2026-06-30T17:00:01"},
        {"fuseau = \"Indian/Reunion\"", "fuseau = \"Indian/Mauritius\""},
        {"choisie = \"liste\"", "choisie = \"moyenne\""},
        {"dsr = [\"MS1\", \"MS2\"]", "dsr = [\"MS2\"]"},
        {"libelle = \"Devis\"", "libelle = \"Devis signés\""},
        {"comite = \"juillet 2026\"", "comite = \"août 2026\""},
        {"source = \"texte article 8\"\n\n[[enveloppe]]",
         "source = \"texte article 8 bis\"\n\n[[enveloppe]]"},
        {"SOL-08 = \"texte article 4\"", "SOL-08 = \"texte article 5\""},
    };
    for (const auto& [avant, apres] : changements) {
        CAPTURE(avant);
        CHECK(vues.insert(empreinte(change(avant, apres))).second);
    }
}

}  // namespace grappe::programme
