// The PDF layout, read back by poppler in tests/; here: it ends, has pages, and holds a structure.
#include "exportation/document_pdf.hpp"

#include <doctest/doctest.h>

namespace grappe::exportation {
namespace {

core::Instant instant() { return core::Instant::parse("2024-05-24T21:59:59Z").value(); }

core::Date jour(std::string_view texte) { return core::Date::parse(texte).value(); }

bool contient(const std::string& octets, std::string_view mot) {
    return octets.find(mot) != std::string::npos;
}

std::string avec_frise() {
    DocumentPdf document{
        {.titre = "Planning", .pied = "Grappe", .cree_le = instant(), .sens = Sens::paysage}};
    document.titre("Planning");
    document.frise({.titre_des_lignes = "Phase",
                    .titre_des_dates = "Dates",
                    .sans_date = "à dater",
                    .lignes = {{"Cadrage", "du 1er mars au 30 avril 2024",
                                Etendue{jour("2024-03-01"), jour("2024-04-30")}},
                               {"Recette", "", std::nullopt}}});
    return std::move(document).octets();
}

}  // namespace

TEST_CASE("a document of several pages is a tagged PDF") {
    DocumentPdf document{{.titre = "Éligibilité", .pied = "Grappe", .cree_le = instant()}};
    document.titre("Résultat de l'analyse");
    document.chiffre("780 000,00 €", "60 ESSMS retenus");
    document.paragraphe("Un texte accentué : œuvre, été, « guillemets ».");
    const std::vector<std::vector<std::string>> lignes(120, {"330000000", "Établissement", "1,00"});
    document.tableau({{"FINESS", 2, Alignement::gauche},
                      {"Nom", 5, Alignement::gauche},
                      {"Total", 2, Alignement::droite}},
                     lignes);
    const auto octets = std::move(document).octets();
    CHECK(octets.rfind("%PDF-", 0) == 0);
    CHECK(octets.find("StructTreeRoot") != std::string::npos);
    CHECK(octets.size() > 5'000);
    CHECK(contient(octets, "/Lang (fr-FR)"));
    CHECK(contient(octets, "/DisplayDocTitle true"));
    CHECK(contient(octets, "/Outlines"));
    CHECK(contient(octets, "20240524215959"));
}

TEST_CASE("the same calls give the same bytes") { CHECK(avec_frise() == avec_frise()); }

}  // namespace grappe::exportation
