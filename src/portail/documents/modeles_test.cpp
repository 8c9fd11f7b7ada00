// Models: only those that are asked, full of what the dossier says, in formats that are accepted.
#include "portail/documents/modeles.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "portail/documents/feuilles.hpp"
#include "portail/documents/monde_pour_tests.hpp"
#include "portail/pieces/formats.hpp"
#include "tableur/lignes.hpp"

namespace grappe::documents {
namespace {

std::vector<std::string> noms_offerts(const std::string& contenu, const std::string& appel) {
    const auto verifie = tests::juge(contenu, appel);
    std::vector<std::string> noms;
    for (const auto& un : modeles_offerts(*verifie)) noms.emplace_back(un.nom);
    return noms;
}

// As the reception of pieces would: the bytes are what the suffix says.
bool se_depose(const std::string& octets, pieces::Format format) {
    const std::string chemin = std::tmpnam(nullptr);
    std::ofstream{chemin, std::ios::binary} << octets;
    const auto verifie = pieces::verifier_contenu(chemin, format);
    std::remove(chemin.c_str());
    return static_cast<bool>(verifie);
}

}  // namespace

TEST_CASE("a dossier is offered the models of the pieces that its call asks, and no other") {
    using Noms = std::vector<std::string>;
    CHECK(noms_offerts(tests::contenu_complet(), "NA-2024") ==
          Noms{"DOC-01.docx", "DOC-02.docx", "DOC-03b.docx", "DOC-04.docx", "DOC-05.pdf",
               "DOC-05.xlsx", "DOC-06.xlsx", "DOC-07.docx", "DOC-08.docx", "DOC-16.xlsx"});
    CHECK(noms_offerts(R"({"essms": []})", "NA-2024") ==
          Noms{"DOC-01.docx", "DOC-02.docx", "DOC-03b.docx", "DOC-04.docx", "DOC-05.pdf",
               "DOC-05.xlsx", "DOC-06.xlsx", "DOC-07.docx", "DOC-08.docx"});
    CHECK(noms_offerts(tests::contenu_complet(), "COR-2021").empty());
    const auto du_kit = noms_offerts(tests::contenu_complet(), "KIT-2024");
    const auto offert = [&](const char* nom) {
        return std::find(du_kit.begin(), du_kit.end(), nom) != du_kit.end();
    };
    CHECK(offert("DOC-03.docx"));  // the kit asks the agreement, NA-2024 an attestation
    CHECK_FALSE(offert("DOC-03b.docx"));
}

TEST_CASE("every text model is read, and can be deposited as it is") {
    const auto verifie = tests::juge(tests::contenu_complet(), "NA-2024");
    const auto source = tests::source(*verifie);
    const auto matiere = matiere_de(source);
    CHECK(tests::modeles().textes.size() == 7);
    for (const auto& [piece, modele] : tests::modeles().textes) {
        CAPTURE(piece);
        CHECK_FALSE(modele.titre(matiere).empty());
        CHECK(se_depose(modele.en_docx(matiere, source), pieces::Format::docx));
        CHECK(modele.en_docx(matiere, source) == modele.en_docx(matiere, source));
    }
}

TEST_CASE("a half-written dossier has its models too: what lacks is said") {
    const auto verifie = tests::juge("{}", "NA-2024");
    REQUIRE(verifie);
    const auto source = tests::source(*verifie);
    const auto matiere = matiere_de(source);
    for (const auto& [piece, modele] : tests::modeles().textes)
        CHECK(se_depose(modele.en_docx(matiere, source), pieces::Format::docx));
    CHECK(se_depose(financement_en_xlsx(source), pieces::Format::xlsx));
}

TEST_CASE("the hours of a home-help service are declared with their shares") {
    const auto verifie = tests::juge(tests::contenu_complet(), "NA-2024");
    const auto octets = heures_en_xlsx(tests::source(*verifie));
    CHECK(se_depose(octets, pieces::Format::xlsx));
    const auto lignes = tableur::lire_lignes(octets).value();
    REQUIRE(lignes.size() == 2);  // the other fourteen declare none
    CHECK(lignes[1].at(1) == "339909988");
    CHECK(lignes[1].at(3) == "2023");
    CHECK(lignes[1].at(4) == "1000");
    CHECK(lignes[1].at(7) == "16.67");
    CHECK(lignes[1].at(9) == "0.6667");
    CHECK(lignes[1].at(10) == "0.3333");
}

TEST_CASE("the financing plan holds the quotes and their sums") {
    const auto verifie = tests::juge(tests::contenu_complet(), "NA-2024");
    const auto lignes = tableur::lire_lignes(financement_en_xlsx(tests::source(*verifie))).value();
    REQUIRE(lignes.size() == 9);
    CHECK(lignes[5].at(1) == "1200.5");
    CHECK(lignes[6].at(1) == "9000");
    CHECK(lignes[8].at(4) == "10200.5");
}

TEST_CASE("the list of hardware has a line for each establishment") {
    const auto verifie = tests::juge(tests::contenu_complet(), "KIT-2024");
    CHECK(tableur::lire_lignes(materiels_en_xlsx(tests::source(*verifie))).value().size() == 16);
}

TEST_CASE("plannings are drawn with and without dates") {
    const auto verifie = tests::juge(tests::contenu_complet(), "NA-2024");
    const auto source = tests::source(*verifie);
    Planning planning{.version = 0, .phases = tests::modeles().phases};
    CHECK(se_depose(plannings_en_pdf(source, planning), pieces::Format::pdf));
    planning.phases.front().debut = core::Date::parse("2024-09-01").value();
    planning.phases.front().fin = core::Date::parse("2025-02-28").value();
    CHECK(se_depose(plannings_en_pdf(source, planning), pieces::Format::pdf));
    const auto lignes = tableur::lire_lignes(plannings_en_xlsx(source, planning)).value();
    CHECK(lignes.at(2).at(0) == "Cadrage et installation de la gouvernance");
    CHECK(lignes.at(2).at(4) == "181");  // days
}

TEST_CASE("a model that asks an unknown table is refused") {
    CHECK(ModeleTexte::lire("@inconnu").error().code == "modele.tableau");
    CHECK(ModeleTexte::lire("# Titre\n@essms\n").has_value());
}

}  // namespace grappe::documents
