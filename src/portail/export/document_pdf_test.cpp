// The PDF layout, read back by poppler in tests/; here: it ends, has pages, and holds a structure.
#include "portail/export/document_pdf.hpp"

#include <doctest/doctest.h>

using grappe::exportation::Alignement;
using grappe::exportation::DocumentPdf;

TEST_CASE("a document of several pages is a tagged PDF") {
    DocumentPdf document{"Éligibilité", "Grappe"};
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
}
