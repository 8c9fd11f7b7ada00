// What is typed, in the form and in the JSON.
#include "portail/pages/saisie.hpp"

#include <doctest/doctest.h>

#include "portail/pages/modele.hpp"

namespace core = grappe::core;
namespace dossier = grappe::dossier;
namespace page = grappe::page;
using grappe::pages::Genre, grappe::pages::lire_saisie, grappe::pages::nettoyer;
using grappe::pages::Saisie;

namespace {

const core::Zone paris = core::paris();

Saisie saisie_de(std::vector<page::Champ> champs) {
    return lire_saisie(page::Formulaire{std::move(champs), {}});
}

Saisie saisie_du_json(std::string_view texte) {
    const auto lu = dossier::lire_arbre(texte);
    return lire_saisie(lu.arbre.value());
}

std::string json_sans_blancs(const Saisie& saisie) {
    auto json = en_json(saisie, paris);
    std::erase_if(json, [](char c) { return c == '\n' || c == ' '; });
    return json;
}

}  // namespace

TEST_CASE("what people type in a field is written as the contract writes it") {
    CHECK(nettoyer(Genre::montant, " 1 034 000,50 € ") == "1034000.50");
    CHECK(nettoyer(Genre::montant, "6\u202f200") == "6200");
    CHECK(nettoyer(Genre::date, "24/05/2024") == "2024-05-24");
    CHECK(nettoyer(Genre::oui_non, "Oui") == "true");
    CHECK(nettoyer(Genre::finess, "1 078 064 5") == "010780645");
    CHECK(nettoyer(Genre::siret, "123 456 789 00011") == "12345678900011");
}

TEST_CASE("what cannot be cleaned stays as typed") {
    CHECK(nettoyer(Genre::date, "32/13/2024") == "32/13/2024");
    CHECK(nettoyer(Genre::montant, "six mille") == "six mille");
    CHECK(nettoyer(Genre::oui_non, "peut-être") == "peut-être");
    CHECK(nettoyer(Genre::finess, "33A") == "33A");
}

TEST_CASE("lines removed by the visitor leave no hole, and keep their order") {
    const auto saisie = saisie_de({{"essms[10].finess_et", "c"},
                                   {"essms[2].finess_et", "a"},
                                   {"essms[4].finess_et", "b"},
                                   {"action", "calculer"}});
    CHECK(saisie.essms() == 3);
    CHECK(saisie.texte("essms[0].finess_et") == "a");
    CHECK(saisie.texte("essms[2].finess_et") == "c");
    CHECK_FALSE(saisie.contient("action"));
}

TEST_CASE("the JSON of a form has the types of the contract") {
    const auto saisie = saisie_de({{"appel", "NA-2024"},
                                   {"depose_le", "2024-05-24T23:59"},
                                   {"porteur.recupere_tva", "non"},
                                   {"porteur.finess_ej", ""},
                                   {"solution.dsr", "MS1"},
                                   {"solution.dsr", "MS2"},
                                   {"organismes[0].essms_geres", "12"},
                                   {"essms[0].devis_materiel", "6 200,00 €"},
                                   {"essms[0].premiere_mom_le", "aucune"}});
    CHECK(json_sans_blancs(saisie) ==
          R"({"appel":"NA-2024","depose_le":"2024-05-24T23:59:00+02:00",)"
          R"("essms":[{"devis_materiel":"6200.00","premiere_mom_le":null}],)"
          R"("organismes":[{"essms_geres":12}],"porteur":{"recupere_tva":false},)"
          R"("solution":{"dsr":["MS1","MS2"]}})");
}

TEST_CASE("the last second before midnight survives the form") {
    CHECK(json_sans_blancs(saisie_de({{"depose_le", "2024-05-24T23:59:59"}})) ==
          R"({"depose_le":"2024-05-24T23:59:59+02:00","essms":[]})");
}

TEST_CASE("a shared fact fills the lines that do not say otherwise") {
    const auto saisie = saisie_de({{"commun.commande_sons", "aucun"},
                                   {"essms[0].finess_et", "330000001"},
                                   {"essms[1].finess_et", "330000019"},
                                   {"essms[1].commande_sons.solution", "Alpha"}});
    CHECK(json_sans_blancs(saisie) ==
          R"({"essms":[{"commande_sons":null,"finess_et":"330000001"},)"
          R"({"commande_sons":{"solution":"Alpha"},"finess_et":"330000019"}]})");
}

TEST_CASE("several shared facts meet the line's own, in the order of the lines") {
    std::vector<page::Champ> champs{{"commun.regime", "acquisition"}, {"commun.secteur", "a\"b"}};
    std::string attendu;
    for (int rang = 0; rang < 12; ++rang) {
        const auto numero = std::to_string(330000000 + rang);
        champs.push_back({"essms[" + std::to_string(rang) + "].finess_et", numero});
        attendu += (rang > 0 ? "," : "") + (R"({"finess_et":")" + numero) +
                   R"(","regime":"acquisition","secteur":"a\"b"})";
    }
    CHECK(json_sans_blancs(saisie_de(champs)) == R"({"essms":[)" + attendu + "]}");
}

TEST_CASE("a dossier dropped back in gives the same JSON, order of keys aside") {
    const auto* texte = R"({"essms":[{"financeurs":["etat","departement"],"finess_et":"330000001",)"
                        R"("heures":{"annee":2023,"total":"48000"},"premiere_mom_le":null}],)"
                        R"("porteur":{"ght":true,"siret":"12345678900011"}})";
    CHECK(json_sans_blancs(saisie_du_json(texte)) == texte);
}

TEST_CASE("an unknown key or a wrong value of a dropped file is kept, to be named") {
    const auto* texte = R"({"essms":[],"porteur":{"ght":"peut-être","sirte":"1"}})";
    CHECK(json_sans_blancs(saisie_du_json(texte)) == texte);
}

TEST_CASE("removing a line moves the following ones up") {
    auto saisie = saisie_de({{"essms[0].finess_et", "a"}, {"essms[1].finess_et", "b"}});
    saisie.retirer_essms(0);
    CHECK(saisie.essms() == 1);
    CHECK(saisie.texte("essms[0].finess_et") == "b");
}

TEST_CASE("forgetting a line leaves the one whose number begins alike") {
    Saisie saisie;
    for (const auto* chemin :
         {"essms[1]", "essms[1].finess_et", "essms[1].heures.total", "essms[12].finess_et"})
        saisie.poser(chemin, "b");
    saisie.oublier("essms[1]");
    CHECK(saisie.valeurs() == Saisie::Valeurs{{"essms[12].finess_et", "b"}});
}

TEST_CASE("lines lose their holes, and a number written with a zero is the same line") {
    auto saisie = saisie_de({{"essms[0].finess_et", "a"}, {"essms[02].regime", "b"}});
    CHECK(saisie.texte("essms[1].regime") == "b");
    saisie = saisie_de({{"essms[0].finess_et", "a"}, {"essms[01].regime", "b"}});
    CHECK(saisie.texte("essms[1].regime") == "b");
}
