// Facts shared by all lines: shown once, written on each.
#include "portail/espace/contenu.hpp"

#include <doctest/doctest.h>

using grappe::core::paris, grappe::dossier::TexteLu;
using grappe::espace::mettre_en_commun, grappe::espace::saisie_de, grappe::espace::saisie_du_suivi;
using grappe::pages::Saisie;

namespace {

Saisie deux_lignes() {
    Saisie saisie;
    for (const auto* numero : {"240000224", "240000570"}) {
        const auto rang = saisie.ajouter_essms();
        saisie.poser(grappe::pages::chemin_essms(rang, "finess_et"), numero);
        saisie.poser(grappe::pages::chemin_essms(rang, "commande_sons"), "aucun");
    }
    return saisie;
}

}  // namespace

TEST_CASE("a fact that each line has stands once, and is written as before") {
    auto saisie = deux_lignes();
    const auto avant = grappe::pages::en_json(saisie, paris());
    mettre_en_commun(saisie);
    CHECK(saisie.texte("commun.commande_sons") == "aucun");
    CHECK_FALSE(saisie.contient("essms[0].commande_sons"));
    CHECK(grappe::pages::en_json(saisie, paris()) == avant);
}

TEST_CASE("a fact that one line lacks stays on the others") {
    auto saisie = deux_lignes();
    saisie.oublier("essms[1].commande_sons");
    mettre_en_commun(saisie);
    CHECK(saisie.texte("commun.commande_sons").empty());
    CHECK(saisie.texte("essms[0].commande_sons") == "aucun");
}

TEST_CASE("a value that the shared field does not offer stays on its lines") {
    auto saisie = deux_lignes();
    for (int rang = 0; rang < 2; ++rang)
        saisie.poser(grappe::pages::chemin_essms(rang, "entite_nationale"), "oui");
    mettre_en_commun(saisie);
    CHECK(saisie.texte("commun.entite_nationale").empty());
    CHECK(saisie.texte("essms[1].entite_nationale") == "oui");
}

TEST_CASE("a text that is no object gives an empty form") {
    CHECK(saisie_de(TexteLu{"[1, 2]"}).valeurs().empty());
    CHECK(saisie_de(TexteLu{"\"texte\""}).valeurs().empty());
}

TEST_CASE("the state of saving sees establishments exactly where the form has lines") {
    for (const auto* texte :
         {"{}", "[]", R"({"essms":[]})", R"({"essms":{}})", R"({"essms":[{},null]})",
          R"({"essms":[{"finess_et":"240000224"}]})", R"({"essms":[{"finess_et":""}]})",
          R"({"essms":[{"finess_et":[]}]})", R"({"essms":[{"finess_et":null}]})",
          R"({"essms":[{"regime":"acquisition"}]})", R"({"essms":[{"secteur":"PA"}]})",
          R"({"essms":[{"regime":"acquisition"},{"finess_et":"240000224"}]})"}) {
        CAPTURE(texte);
        const TexteLu lu{texte};
        CHECK((saisie_du_suivi(lu).essms() > 0) == (saisie_de(lu).essms() > 0));
    }
}
