// The bytes of the JSON, the escapes, the columns of the text.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "portail/programme/appels_pour_tests.hpp"
#include "portail/rendu/analyse_json.hpp"
#include "portail/rendu/analyse_texte.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/rendu/mise_en_page.hpp"
#include "portail/rendu/registre_mots.hpp"

namespace grappe::rendu {

TEST_CASE("facts are numbers, booleans and texts as the contract says") {
    Tampon tampon{0};
    EcrivainRapide json{tampon};
    json.faits({{"nombre", std::int64_t{-12}},
                {"vrai", true},
                {"montant", core::Money::cents(103'400'005)},
                {"jour", *core::Date::parse("2024-05-24")},
                {"part", core::Fraction{2, 3}},
                {"entier", core::Fraction::whole(4)},
                {"texte", std::string_view{"é \"x\" \\ \n\x01"}}});
    CHECK(tampon.texte() ==
          "{\"nombre\":-12,\"vrai\":true,\"montant\":\"1034000.05\",\"jour\":\"2024-05-24\","
          "\"part\":\"2/3\",\"entier\":\"4\",\"texte\":\"é \\\"x\\\" \\\\ \\n\\u0001\"}");
}

TEST_CASE("commas fall between elements only") {
    Tampon tampon{0};
    EcrivainRapide json{tampon};
    json.ouvrir_liste();
    json.entier(1);
    json.ouvrir_objet();
    json.fermer_objet();
    json.ouvrir_liste();
    json.fermer_liste();
    json.nul();
    json.montant(core::Money::cents(-5));
    json.fermer_liste();
    CHECK(tampon.texte() == "[1,{},[],null,\"-0.05\"]");
}

TEST_CASE("widths are counted in characters") {
    CHECK(largeur("é\u202f€") == 3);
    CHECK(a_gauche("été", 5) == "été  ");
    CHECK(a_gauche("établissement", 5) == "étab…");
    CHECK(a_droite("été", 5) == "  été");
}

TEST_CASE("a paragraph is broken at spaces under its head") {
    std::string sortie;
    std::string mots;
    for (int i = 0; i < 40; ++i) mots += "mot\u00a0lié ";
    ajouter_paragraphe(sortie, "  - ", mots);
    std::istringstream lignes{sortie};
    std::string ligne;
    int nombre = 0;
    while (std::getline(lignes, ligne)) {
        CHECK(largeur(ligne) <= largeur_de_page);
        CHECK(ligne.starts_with(nombre == 0 ? "  - mot" : "    mot"));
        ++nombre;
    }
    CHECK(nombre == 4);
}

TEST_CASE("a reading fault is said with its place") {
    std::ifstream fichier{GRAPPE_ROOT "/locale/fr.txt"};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    const auto phrases = *rules::Phrases::charger(texte.str());
    const auto syntaxe = dire({.position = {3, 12},
                               .chemin = {},
                               .code = "dossier.json_incomplet",
                               .faits = {{"valeur", std::string{}}}},
                              phrases);
    CHECK(syntaxe.ou == "ligne 3, colonne 12");
    const auto champ =
        dire({.position = {},
              .chemin = "essms[12].finess_et",
              .code = "dossier.finess.longueur",
              .faits = {{"valeur", std::string{"33"}}, {"longueur", std::int64_t{2}}}},
             phrases);
    CHECK(champ.ou == "essms[12].finess_et");
    CHECK(champ.defaut == "le numéro FINESS «\u00a033\u00a0» compte 2 caractères au lieu de 9");
    CHECK(champ.remede.starts_with("Recopiez"));
}

TEST_CASE("every character that JSON escapes is escaped wherever it stands") {
    for (int signe = 1; signe < 256; ++signe)
        for (std::size_t place = 0; place < 19; ++place) {
            std::string texte(19, 'a');
            texte[place] = static_cast<char>(signe);
            Tampon tampon{0};
            ajouter_echappe(tampon, texte);
            const auto ecrit = tampon.texte();
            const auto escape = signe < 0x20 || signe == '"' || signe == '\\';
            CHECK((ecrit == texte) == !escape);
            CHECK((ecrit[place] == '\\') == escape);
            if (escape) CHECK(ecrit.substr(0, place) == texte.substr(0, place));
        }
}

TEST_CASE("a register says its date, or that nothing says it") {
    const auto phrases = programme::phrases();
    const auto date = core::Date::parse("2021-01-08");
    CHECK(registre_au(*date, phrases).starts_with("au 8"));
    CHECK(registre_du(*date, phrases).starts_with("du 8"));
    CHECK(registre_au({}, phrases) == "de date inconnue");
    CHECK(registre_du({}, phrases) == "de date inconnue");
}

TEST_CASE("a difference of amounts says its direction") {
    CHECK(ecart_en_francais(core::Money::euros(5)).starts_with("+ 5"));
    CHECK(ecart_en_francais(core::Money{} - core::Money::euros(5)).starts_with("− 5"));
    CHECK(ecart_en_francais({}).starts_with("0"));
}

}  // namespace grappe::rendu
