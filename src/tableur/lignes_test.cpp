// Lists as people have them: pasted columns, CSV exports, workbooks that turned codes into numbers.
#include "tableur/lignes.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tableur/classeur_pour_tests.hpp"

using grappe::tableur::classeur;
using grappe::tableur::Ligne;
using grappe::tableur::lire_lignes;

namespace {

std::string feuille(const std::string& rangees) {
    return "<?xml version=\"1.0\"?><worksheet xmlns=\"x\"><sheetData>" + rangees +
           "</sheetData></worksheet>";
}

}  // namespace

TEST_CASE("a pasted column of numbers gives one cell a line, empty lines keep their place") {
    const auto lignes = lire_lignes("330012345\r\n\r\n 2A0000436 \n");
    REQUIRE(lignes);
    REQUIRE(lignes->size() == 3);
    CHECK((*lignes)[0] == Ligne{"330012345"});
    CHECK((*lignes)[1].empty());
    CHECK((*lignes)[2] == Ligne{"2A0000436"});
}

TEST_CASE("the separator of a CSV is found and quotes are undone") {
    const auto lignes = lire_lignes("FINESS;Nom\n330012345;\"FOYER \"\"LES\"\"; SITE\"\n");
    REQUIRE(lignes);
    CHECK((*lignes)[1] == Ligne{"330012345", "FOYER \"LES\"; SITE"});
    const auto tabule = lire_lignes("330012345\tacquisition\n");
    REQUIRE(tabule);
    CHECK((*tabule)[0] == Ligne{"330012345", "acquisition"});
}

TEST_CASE("a text in windows-1252 is read as the same words") {
    const auto lignes = lire_lignes("330012345;\xC9tablissement\n");
    REQUIRE(lignes);
    CHECK((*lignes)[0][1] == "Établissement");
}

TEST_CASE("a workbook gives shared, inline and numeric cells as text") {
    const auto octets = classeur(
        {{"xl/sharedStrings.xml",
          "<sst "
          "xmlns=\"x\"><si><t>FINESS</t></si><si><r><t>Reg</t></r><r><t>ime</t></r></si></sst>"},
         {"xl/worksheets/sheet1.xml",
          feuille(
              "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
              "<row r=\"3\"><c r=\"A3\"><v>3.30012345E8</v></c>"
              "<c r=\"B3\" t=\"inlineStr\"><is><t> 2A0000436 </t></is></c>"
              "<c r=\"C3\"><v>48000.5</v></c></row>")}});
    const auto lignes = lire_lignes(octets);
    REQUIRE(lignes);
    REQUIRE(lignes->size() == 3);
    CHECK((*lignes)[0] == Ligne{"FINESS", "", "Regime"});
    CHECK((*lignes)[1].empty());
    CHECK((*lignes)[2] == Ligne{"330012345", "2A0000436", "48000.5"});
}

TEST_CASE("cells without a reference follow one another, rows too") {
    const auto octets =
        classeur({{"xl/worksheets/sheet1.xml",
                   feuille("<row><c><v>1</v></c><c t=\"inlineStr\"><is><t>a</t></is></c></row>"
                           "<row r=\"3\"><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>")}});
    const auto lignes = lire_lignes(octets);
    REQUIRE(lignes);
    CHECK(*lignes == std::vector<Ligne>{{"1", "a"}, {}, {"", "2"}, {"3"}});
}

TEST_CASE("the first tab of a workbook is read, whatever its part is called") {
    const std::string relation = "<Relationship Id=\"";
    const auto octets =
        classeur({{"xl/workbook.xml",
                   "<workbook xmlns:r=\"y\"><sheets><sheet name=\"Liste\" r:id=\"b\"/>"
                   "<sheet name=\"Notes\" r:id=\"a\"/></sheets></workbook>"},
                  {"xl/_rels/workbook.xml.rels",
                   "<Relationships>" + relation + "a\" Target=\"worksheets/sheet1.xml\"/>" +
                       relation + "b\" Target=\"/xl/worksheets/liste.xml\"/></Relationships>"},
                  {"xl/worksheets/sheet1.xml", feuille("<row><c><v>1</v></c></row>")},
                  {"xl/worksheets/liste.xml", feuille("<row><c><v>2</v></c></row>")}});
    const auto lignes = lire_lignes(octets);
    REQUIRE(lignes);
    CHECK(*lignes == std::vector<Ligne>{{"2"}});
}

TEST_CASE("what is no list is refused with a code") {
    const auto refus = [](const std::string& octets) {
        const auto lu = lire_lignes(octets);
        return lu ? std::string{"accepted"} : lu.error().code;
    };
    CHECK(refus("PK\x03\x04 nothing of a zip") == "tableur.xlsx_illisible");
    CHECK(refus(std::string("\x89PNG\0\0\0", 7)) == "tableur.format_inconnu");
    CHECK(refus(std::string(9u << 20, 'a')) == "tableur.trop_grand");
    CHECK(refus(std::string(30'000, '\n') + "1") == "tableur.trop_grand");
    CHECK(refus(classeur({{"xl/worksheets/sheet1.xml",
                           "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>"}})) ==
          "tableur.xlsx_illisible");
    CHECK(refus(classeur({{"xl/worksheets/sheet1.xml",
                           feuille("<row><c r=\"A99999999\"><v>1</v></c></row>")}})) ==
          "tableur.trop_grand");
    CHECK(refus(classeur({{"mimetype", "application/vnd.oasis"}})) == "tableur.xlsx_illisible");
}

TEST_CASE("a workbook is refused before it unfolds into more than the stated bounds") {
    namespace tableur = grappe::tableur;
    const auto code = [](const std::string& partages, const std::string& rangees) {
        const auto lu = lire_lignes(classeur(
            {{"xl/sharedStrings.xml", partages}, {"xl/worksheets/sheet1.xml", feuille(rangees)}}));
        return lu ? std::string{"accepted"} : lu.error().code;
    };
    const auto rangees = [](int combien, const std::string& colonne, const std::string& contenu) {
        std::string xml;
        for (int i = 1; i <= combien; ++i)
            xml += "<row><c r=\"" + colonne + std::to_string(i) + "\"" + contenu + "</c></row>";
        return xml;
    };
    const auto long_texte = "<sst><si><t>" + std::string(1u << 20, 'a') + "</t></si></sst>";
    const std::string montre = " t=\"s\"><v>0</v>";
    CHECK(code(long_texte, rangees(16, "A", montre)) == "accepted");
    CHECK(code(long_texte, rangees(17, "A", montre)) == "tableur.trop_grand");
    // Column GR is the two hundredth: 5,000 such rows make a million cells.
    CHECK(code("<sst/>", rangees(5000, "GR", "><v>1</v>")) == "accepted");
    CHECK(code("<sst/>", rangees(5001, "GR", "><v>1</v>")) == "tableur.trop_grand");
    CHECK(code("<sst/>" + std::string(tableur::octets_deplies_au_plus, ' '), "") ==
          "tableur.trop_grand");
}

TEST_CASE("a text of too many columns or cells is refused like a workbook") {
    const auto code = [](int combien, std::size_t colonnes) {
        std::string texte;
        for (int i = 0; i < combien; ++i) texte += std::string(colonnes - 1, ';') + "1\n";
        const auto lu = lire_lignes(texte);
        return lu ? std::string{"accepted"} : lu.error().code;
    };
    CHECK(code(2, 200) == "accepted");
    CHECK(code(2, 201) == "tableur.trop_grand");
    CHECK(code(5000, 200) == "accepted");
    CHECK(code(5001, 200) == "tableur.trop_grand");
}
