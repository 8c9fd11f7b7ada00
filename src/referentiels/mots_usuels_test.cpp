// Search by category, department and region, in full or in everyday short forms, with other words.
#include "referentiels/mots_usuels.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "referentiels/etablissement_pour_tests.hpp"
#include "referentiels/registre_en_memoire.hpp"

namespace grappe::referentiels {
namespace {

using Noms = std::vector<std::string>;

const MotsUsuels& usuels() {
    static const auto seuls = charger_mots_usuels(GRAPPE_ROOT "/donnees").value();
    return seuls;
}

struct Lieu {
    const char *commune, *departement, *region;
};

constexpr Lieu bordeaux{"BORDEAUX", "33", "75"}, lormont{"LORMONT", "33", "75"},
    rennes{"RENNES", "35", "53"}, vertou{"VERTOU", "44", "52"}, feurs{"FEURS", "42", "84"};

Etablissement fiche(const char* numero, const char* nom, const char* categorie, const Lieu& lieu) {
    auto lue = etablissement_pour_tests(numero);
    lue.raison_sociale = nom;
    lue.categorie = categorie;
    lue.commune = lieu.commune;
    lue.departement = lieu.departement;
    lue.region = lieu.region;
    lue.code_postal = std::string{lieu.departement} + "000";
    return lue;
}

const RegistreEnMemoire& registre() {
    static const RegistreEnMemoire seul{*core::Date::parse("2024-01-01"),
                                        {fiche("339991002", "IMP LES ACACIAS", "183", bordeaux),
                                         fiche("339991010", "RESIDENCE DU PORT", "500", bordeaux),
                                         fiche("339991028", "LA RUCHE", "183", lormont),
                                         fiche("359990012", "LES KORRIGANS", "183", rennes),
                                         fiche("359990020", "MAISON DE BRETAGNE", "500", rennes),
                                         fiche("449990003", "LES BERGES", "183", vertou),
                                         fiche("429990007", "LE COTEAU", "354", feurs)},
                                        Categories{{}},
                                        usuels()};
    return seul;
}

Noms noms(const char* texte) {
    Noms trouves;
    for (const auto* e : registre().chercher({.texte = texte}).etablissements)
        trouves.push_back(e->raison_sociale);
    return trouves;
}

std::vector<Sens> sens(const char* mot) { return usuels().sens({mot}).front(); }

bool est_une_categorie(const char* mot, const char* code) {
    const auto trouves = sens(mot);
    return std::find(trouves.begin(), trouves.end(), Sens{Critere::categorie, code}) !=
           trouves.end();
}

}  // namespace

TEST_CASE("a category is found by its acronym, its label and everyday words, with a town") {
    CHECK(noms("ime bordeaux") == Noms{"IMP LES ACACIAS"});
    CHECK(noms("bordeaux IME") == Noms{"IMP LES ACACIAS"});
    CHECK(noms("institut médico-éducatif lormont") == Noms{"LA RUCHE"});
    CHECK(noms("ehpad bord") == Noms{"RESIDENCE DU PORT"});
    CHECK(noms("maison de retraite bordeaux") == Noms{"RESIDENCE DU PORT"});
    CHECK(noms("ssiad") == Noms{"LE COTEAU"});
    CHECK(noms("ime feurs").empty());
}

TEST_CASE("a region or a department is found by its name, begun or whole, with a category") {
    CHECK(noms("bretagne") == Noms{"MAISON DE BRETAGNE", "LES KORRIGANS"});
    CHECK(noms("bret") == Noms{"LES KORRIGANS", "MAISON DE BRETAGNE"});
    CHECK(noms("ime de bretagne") == Noms{"LES KORRIGANS"});
    CHECK(noms("gironde ime") == Noms{"IMP LES ACACIAS", "LA RUCHE"});
    CHECK(noms("ime en gir").empty());  // three letters name too much
    CHECK(noms("ille et vilaine") == Noms{"LES KORRIGANS", "MAISON DE BRETAGNE"});
}

TEST_CASE("a name counts when all its words are asked: Loire is neither Pays de la Loire") {
    CHECK(noms("loire") == Noms{"LE COTEAU"});
    CHECK(noms("loire atlantique") == Noms{"LES BERGES"});
    CHECK(noms("pays de la loire") == Noms{"LES BERGES"});
    CHECK(noms("pays").empty());
}

TEST_CASE("small words count as any other where nothing is named") {
    CHECK(noms("la ruche") == Noms{"LA RUCHE"});
    CHECK(noms("de la ruche").empty());
    CHECK(noms("la").size() == 1);
}

TEST_CASE("the short forms of the shipped list mean what they should") {
    CHECK(sens("paca") == std::vector<Sens>{{Critere::region, "93"}});
    CHECK(est_une_categorie("esat", "246"));
    CHECK(est_une_categorie("sessad", "182"));
    CHECK(est_une_categorie("saad", "460"));
    CHECK(est_une_categorie("samsah", "445"));
    CHECK(sens("paris") == std::vector<Sens>{{Critere::departement, "75"}});
    CHECK(sens("dupont").empty());
    CHECK(sens("de").empty());
}

TEST_CASE("a name may have several senses, and a word asked twice is one word of a name") {
    const MotsUsuels deux{{{"Corse", {Critere::region, "94"}},
                           {"Corse", {Critere::categorie, "1"}},
                           {"Val d'Oise", {Critere::departement, "95"}}}};
    CHECK(deux.sens({"corse"}).front().size() == 2);
    CHECK(deux.sens({"val", "val"}).front().empty());
    CHECK(deux.sens({"oise", "val", "val"}) == SensParMot(3, {{Critere::departement, "95"}}));
}

}  // namespace grappe::referentiels
