// Declared figures: read as they are, every fault told with its line.
#include "rapport/declaration.hpp"

#include <doctest/doctest.h>

namespace grappe::rapport {
namespace {

const std::string entete = std::string{entete_de_declaration} + "\n";

std::string fautes(const std::string& lignes) {
    std::string dites;
    const auto lecture = lire_declaration(entete + lignes);
    for (const auto& un : lecture.reproches) {
        if (un.code != "declaration.ligne") return un.code;
        dites += std::to_string(std::get<std::int64_t>(un.faits[0].valeur)) + ":" +
                 std::get<std::string>(un.faits[1].valeur) + " ";
    }
    CHECK(lecture.declaration.has_value() == dites.empty());
    return dites;
}

}  // namespace

TEST_CASE("declared figures are read, with or without marks of a spreadsheet") {
    const std::string lignes =
        "330000019;2024-09-30;fenetre;dossiers_actifs;84;84\r\n"
        "330000019;2024-09-30;fenetre;mssante;184;84\r\n"
        "330000019;2024-09-30;fenetre;eprescription;3;10\r\n";
    CHECK(fautes(lignes) == "");
    CHECK(est_une_declaration(entete + lignes));
    CHECK(est_une_declaration("\xEF\xBB\xBF" + std::string{entete_de_declaration} + "\r\n"));
    CHECK_FALSE(est_une_declaration("{}"));
    CHECK_FALSE(est_une_declaration("finess_et;au\n"));
    const auto lue = lire_declaration("\xEF\xBB\xBF" + entete + lignes).declaration;
    REQUIRE(lue);
    CHECK(lue->lignes.size() == 3);
    CHECK(lue->au.text() == "2024-09-30");
    CHECK(lue->lignes[1].mesure.numerateur == 184);
}

TEST_CASE("a numerator exceeds its denominator where the definitions let it") {
    const auto avec = [](const std::string& lecture, const std::string& indicateur) {
        return fautes("330000019;2024-02-15;" + lecture + ";" + indicateur + ";5;4\n");
    };
    for (const auto* lecture : {"fenetre", "file_active", "presents"}) {
        CHECK(avec(lecture, "mssante").empty());
        CHECK(avec(lecture, "dmp").empty());
        // Of the period, and since the first one.
        for (const auto* borne :
             {"projet_personnalise", "evenement_agenda", "eprescription", "eparcours"})
            CHECK(avec(lecture, borne) == "2:numerateur ");
    }
    // On 15 February, the window holds exits of the former year.
    CHECK(avec("file_active", "dossiers_actifs").empty());
    CHECK(avec("fenetre", "dossiers_actifs") == "2:numerateur ");
    CHECK(avec("presents", "dossiers_actifs") == "2:numerateur ");
}

TEST_CASE("every fault is told at once, with its line and column") {
    CHECK(fautes("330000018;2024-09-30;fenetre;dossiers_actifs;84;84\n"
                 "33000001;2024-09-31;autre;chats;-1;1.5\n"
                 "330000019;2024-09-30\n") ==
          "2:finess_et 3:finess_et 3:au 3:lecture 3:indicateur 3:numerateur 3:denominateur "
          "4:nombre de colonnes ");
    CHECK(fautes("330000019;2024-09-30;fenetre;dossiers_actifs;85;84\n") == "2:numerateur ");
    CHECK(fautes("330000019;2024-09-30;fenetre;dossiers_actifs;1;84\n"
                 "330000019;2024-09-30;fenetre;dossiers_actifs;2;84\n") == "3:indicateur ");
    CHECK(fautes("330000019;2024-09-30;fenetre;dossiers_actifs;1;84\n"
                 "330000019;2024-10-30;presents;dmp;2;84\n") == "3:au 3:lecture ");
    CHECK(fautes("330000019;2024-09-30;fenetre;mssante;99999999999999999999;84\n") ==
          "2:numerateur ");
    CHECK(fautes("330000019;\"2024;fenetre;mssante;9;84\n") == "2:csv ");
    CHECK(fautes("") == "declaration.vide");
}

}  // namespace grappe::rapport
