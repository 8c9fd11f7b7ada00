// A text becomes a tree; a table is read key by key and tells all its faults.
#include <doctest/doctest.h>

#include "saisie/lecture_json.hpp"
#include "saisie/table.hpp"

namespace grappe::saisie {
namespace {

enum class Couleur { rouge, vert };
constexpr auto names(Couleur) {
    return std::to_array<core::Named<Couleur>>(
        {{Couleur::rouge, "rouge"}, {Couleur::vert, "vert"}});
}

Noeud lu(std::string_view json) {
    auto resultat = lire_json(json);
    REQUIRE(std::holds_alternative<Noeud>(resultat));
    return std::get<Noeud>(std::move(resultat));
}

std::string refuse(std::string_view json) {
    const auto resultat = lire_json(json);
    const auto* faute = std::get_if<arbre::Faute>(&resultat);
    if (faute == nullptr) return "";
    return std::to_string(faute->ligne) + ":" + std::to_string(faute->colonne) + " " +
           std::string{faute->code};
}

std::string dites(const Fautes& fautes) {
    std::string texte;
    for (const auto& une : fautes) texte += une.chemin + " " + une.code + "\n";
    return texte;
}

}  // namespace

TEST_CASE("a JSON text is a tree; what is null is absent") {
    const auto arbre = lu(R"({"a":"é\n","b":[1,true,{"c":-3}],"d":null,"e":1.5})");
    REQUIRE(arbre.membres.size() == 3);
    CHECK(arbre.membre("a")->texte == "é\n");
    CHECK(arbre.membre("b")->elements[2].membre("c")->entier == -3);
    CHECK(arbre.membre("e")->genre == Noeud::Genre::autre);
}

TEST_CASE("a JSON text that is not one says where") {
    CHECK(refuse("{") == "1:2 json_syntaxe");
    CHECK(refuse("{\"a\":1,\n\"a\":2}").ends_with("json_repete"));
    CHECK(refuse("{\"a\":1} x") == "1:9 json_syntaxe");
    CHECK(refuse("\"\xFF\"") == "0:0 json_syntaxe");
    CHECK(refuse("") == "1:1 json_syntaxe");
    CHECK(refuse(std::string(40, '[')).ends_with("json_syntaxe"));
    CHECK(refuse(std::string(octets_de_json + 1, ' ')) == "0:0 json_trop_long");
}

TEST_CASE("the same key may be in two objects") {
    CHECK(refuse(R"({"a":{"a":1},"b":{"a":[{"a":2},{"a":3}]}})").empty());
}

TEST_CASE("a table tells all its faults at once, each at its place") {
    const auto arbre =
        lu(R"({"titre":" ","nombre":"1","oui":1,"jour":"2026-02-30","couleur":"bleu",)"
           R"("liste":["a","a",1],"lignes":[{"x":1},2],"nombr":3})");
    Fautes fautes;
    Table table{arbre, "grille", fautes};
    CHECK_FALSE(table.texte("titre", Presence::requis));
    CHECK_FALSE(table.texte("absent", Presence::requis));
    CHECK_FALSE(table.texte("facultatif", Presence::facultatif));
    CHECK_FALSE(table.entier("nombre", Presence::requis));
    CHECK_FALSE(table.booleen("oui", Presence::requis));
    CHECK_FALSE(table.jour("jour", Presence::requis));
    CHECK_FALSE(table.mot<Couleur>("couleur", Presence::requis));
    CHECK(table.textes("liste") == std::vector<std::string>{"a"});
    auto lignes = table.lignes("lignes");
    REQUIRE(lignes.size() == 1);
    lignes[0].finir();
    table.finir();
    CHECK(dites(fautes) ==
          "grille.titre saisie.vide\n"
          "grille.absent saisie.requis\n"
          "grille.nombre saisie.attendu_entier\n"
          "grille.oui saisie.attendu_booleen\n"
          "grille.jour saisie.jour\n"
          "grille.couleur saisie.mot\n"
          "grille.liste[1] saisie.doublon\n"
          "grille.liste[2] saisie.attendu_texte\n"
          "grille.lignes[1] saisie.attendu_table\n"
          "grille.lignes[0].x saisie.inconnu\n"
          "grille.nombr saisie.inconnu_proche\n");
}

TEST_CASE("a text that no database keeps, or too long, is refused") {
    const auto arbre =
        lu("{\"nul\":\"a\\u0000\",\"long\":\"" + std::string(octets_par_texte + 1, 'x') +
           "\",\"juste\":\"" + std::string(octets_par_texte, 'x') + "\"}");
    Fautes fautes;
    Table table{arbre, "", fautes};
    CHECK_FALSE(table.texte("nul", Presence::requis));
    CHECK_FALSE(table.texte("long", Presence::requis));
    CHECK(table.texte("juste", Presence::requis));
    CHECK(dites(fautes) == "nul saisie.caractere\nlong saisie.trop_long\n");
}

TEST_CASE("what is right is read") {
    const auto arbre =
        lu(R"({"titre":"x","nombre":7,"oui":true,"jour":"2026-11-23","couleur":"vert"})");
    Fautes fautes;
    Table table{arbre, "", fautes};
    CHECK(table.texte("titre", Presence::requis) == "x");
    CHECK(table.entier("nombre", Presence::requis) == 7);
    CHECK(table.booleen("oui", Presence::requis) == true);
    CHECK(table.jour("jour", Presence::requis)->text() == "2026-11-23");
    CHECK(table.mot<Couleur>("couleur", Presence::requis) == Couleur::vert);
    table.finir();
    CHECK(fautes.empty());
}

}  // namespace grappe::saisie
