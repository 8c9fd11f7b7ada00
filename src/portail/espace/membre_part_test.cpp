// The form of a part: what is typed, what is kept.
#include <doctest/doctest.h>

#include "portail/espace/membre_vues.hpp"

namespace grappe::espace {
namespace {

constexpr const char* contenu =
    R"({"essms":[{"finess_et":"330000019","finess_ej":"330000001","regime":"acquisition",)"
    R"("categorie":"460","heures":{"annee":2023,"total":"10","apa":"4"}},)"
    R"({"finess_et":"330000043","regime":"acquisition"}]})";

page::Formulaire envoi(std::vector<page::Champ> champs) { return {.champs = std::move(champs)}; }

}  // namespace

TEST_CASE("what the form shows is replaced, what it does not show is kept") {
    CHECK(part_tapee(envoi({{"e0.regime", "montee_de_version"},
                            {"e0.devis_materiel", "7 000,50 €"},
                            {"e0.autre_aide_europeenne", "non"},
                            {"e0.heures.annee", "2023"},
                            {"e0.heures.total", "12,5"},
                            {"e1.oter", "oui"},
                            {"e2.finess_et", "33 000 005 0"},
                            {"e2.regime", "acquisition"},
                            {"raison_sociale", "Une \"autre\""},
                            {"essms_geres", "4"},
                            {"recupere_tva", "oui"}}),
                     contenu) ==
          R"({"essms":[{"finess_et":"330000019","regime":"montee_de_version",)"
          R"("finess_ej":"330000001","categorie":"460","devis_materiel":"7000.50",)"
          R"("autre_aide_europeenne":false,"heures":{"annee":2023,"total":"12.5"}},)"
          R"({"finess_et":"330000050","regime":"acquisition"}],)"
          R"("organisme":{"raison_sociale":"Une \"autre\"","essms_geres":4},"recupere_tva":true})");
}

TEST_CASE("an empty form keeps the lines and says nothing") {
    CHECK(part_tapee(envoi({}), contenu) ==
          R"({"essms":[{"finess_et":"330000019","finess_ej":"330000001","categorie":"460"},)"
          R"({"finess_et":"330000043"}],"recupere_tva":null})");
}

TEST_CASE("what is no number is kept as it was typed") {
    CHECK(part_tapee(envoi({{"essms_geres", "beaucoup"}}), "{}") ==
          R"({"essms":[],"organisme":{"essms_geres":"beaucoup"},"recupere_tva":null})");
}

}  // namespace grappe::espace
