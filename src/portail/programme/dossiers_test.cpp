// Folders of call files: replacement with a note, faults of files, and the time a load takes.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "portail/programme/appels_pour_tests.hpp"

namespace grappe::programme {
namespace {

namespace fs = std::filesystem;

// A folder that goes away with the test.
class Dossier {
public:
    explicit Dossier(const char* nom) : chemin_{fs::temp_directory_path() / nom} {
        fs::remove_all(chemin_);
        fs::create_directories(chemin_);
    }
    ~Dossier() { fs::remove_all(chemin_); }
    Dossier(const Dossier&) = delete;
    Dossier& operator=(const Dossier&) = delete;

    void ecrire(const char* nom, const std::string& texte) const {
        std::ofstream{chemin_ / nom, std::ios::binary} << texte;
    }
    const fs::path& chemin() const { return chemin_; }

private:
    fs::path chemin_;
};

std::vector<std::string> codes(const Appels& appels) {
    std::vector<std::string> sortie;
    for (const auto& defaut : appels.defauts) sortie.emplace_back(defaut.code);
    return sortie;
}

std::string nouvelle_aquitaine() { return texte_de(racine() / "appels" / "NA-2024.toml"); }

}  // namespace

TEST_CASE("a call of a further folder replaces the shipped one, with a note") {
    const Dossier dossier{"grappe-appels-remplace"};
    auto texte = nouvelle_aquitaine();
    const std::string enveloppe = "valeur = 6909033";
    texte.replace(texte.find(enveloppe), enveloppe.size(), "valeur = 7000000");
    dossier.ecrire("autre-nom.toml", texte);

    const auto appels = charger_appels({racine() / "appels", dossier.chemin()});
    for (const auto& defaut : appels.defauts) FAIL_CHECK(phrase(defaut, phrases()));
    CHECK(appels.ids() == "COR-2021, IDF-2023, KIT-2024, NA-2024");
    const auto& enveloppe_lue = appels.find("NA-2024")->versions.front().appel.enveloppe;
    CHECK(*enveloppe_lue == core::Money::euros(7'000'000));
    REQUIRE(appels.notes.size() == 1);
    const auto note = phrases().rendre(appels.notes[0].code, appels.notes[0].faits);
    CHECK(note.starts_with("L'appel NA-2024 de "));
    CHECK(note.find("autre-nom.toml") != std::string::npos);
}

TEST_CASE("a call beside its own national layer uses that one") {
    const Dossier dossier{"grappe-appels-socle"};
    fs::create_directories(dossier.chemin() / "socle");
    auto socle = texte_de(racine() / "appels" / "socle" / "instruction-2024.toml");
    socle.replace(socle.find("2023-01-16"), 10, "2023-01-17");
    dossier.ecrire("socle/instruction-2024.toml", socle);
    dossier.ecrire("NA-2024.toml", nouvelle_aquitaine());
    const auto appels = charger_appel(dossier.chemin() / "NA-2024.toml", {racine() / "appels"});
    REQUIRE(appels.tous.size() == 1);
    CHECK(appels.tous[0].versions[0].appel.mom_au_plus_tot->text() == "2023-01-17");
}

TEST_CASE("faults of files and folders are told") {
    const Dossier dossier{"grappe-appels-fautes"};
    CHECK(codes(charger_appel(dossier.chemin() / "absent.toml", {})) ==
          std::vector<std::string>{"illisible"});
    CHECK(codes(charger_appels({dossier.chemin() / "absent"})) ==
          std::vector<std::string>{"dossier_illisible"});
    dossier.ecrire("gros.toml", std::string((1U << 20U) + 1, '#'));
    CHECK(codes(charger_appels({dossier.chemin()})) == std::vector<std::string>{"trop_grand"});
    fs::remove(dossier.chemin() / "gros.toml");
    dossier.ecrire("a.toml", texte_de(racine() / "docs" / "exemple-appel.toml"));
    dossier.ecrire("b.toml", texte_de(racine() / "docs" / "exemple-appel.toml"));
    CHECK(codes(charger_appels({dossier.chemin()})) ==
          std::vector<std::string>{"identifiant_double"});
}

TEST_CASE("a call with a fault is left out, and the others load") {
    const Dossier dossier{"grappe-appels-mixte"};
    dossier.ecrire("faux.toml", "appel = 3");
    const auto appels = charger_appels({racine() / "appels", dossier.chemin()});
    CHECK(appels.tous.size() == 4);
    CHECK(!appels.defauts.empty());
}

TEST_CASE("loading the shipped calls is quick") {
    const auto debut = std::chrono::steady_clock::now();
    const auto appels = charger_appels({racine() / "appels"});
    const std::chrono::duration<std::int64_t, std::milli> duree =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                              debut);
    MESSAGE("four calls in ", duree.count(), " ms");
    CHECK(appels.tous.size() == 4);
    CHECK(duree.count() < 2'000);  // a debug build with sanitizers on a busy machine
}

TEST_CASE("one call alone is the same call, and the others keep their ids and their notes") {
    const Dossier dossier{"grappe-appels-un-seul"};
    dossier.ecrire("autre-nom.toml", nouvelle_aquitaine());
    const Dossiers dossiers{racine() / "appels", dossier.chemin()};
    const auto tous = charger_appels(dossiers);
    for (const auto* id : {"NA-2024", "COR-2021"}) {
        const auto seul = charger_un_appel(dossiers, id);
        REQUIRE(seul.tous.size() == 1);
        CHECK(seul.ids() == tous.ids());
        CHECK(seul.find(id)->fichier == tous.find(id)->fichier);
        CHECK(seul.find(id)->versions.front().appel.empreinte ==
              tous.find(id)->versions.front().appel.empreinte);
        REQUIRE(seul.notes.size() == 1);
        CHECK(phrases().rendre(seul.notes[0].code, seul.notes[0].faits) ==
              phrases().rendre(tous.notes[0].code, tous.notes[0].faits));
    }
    const auto aucun = charger_un_appel(dossiers, "XX-2030");
    CHECK(aucun.tous.empty());
    CHECK(aucun.defauts.empty());
    CHECK(aucun.ids() == tous.ids());
}

TEST_CASE(
    "one call alone: a fault in another one is not looked for, unless its id cannot be read") {
    const Dossier dossier{"grappe-appels-un-seul-fautif"};
    dossier.ecrire("a.toml", "appel = \"AUTRE\"\nfaux = \n");
    CHECK(charger_un_appel({racine() / "appels", dossier.chemin()}, "NA-2024").defauts.empty());
    CHECK_FALSE(charger_un_appel({racine() / "appels", dossier.chemin()}, "AUTRE").defauts.empty());
    dossier.ecrire("a.toml", "id = \n");
    CHECK_FALSE(
        charger_un_appel({racine() / "appels", dossier.chemin()}, "NA-2024").defauts.empty());
}

}  // namespace grappe::programme
