// Every refusal of the loader: a change to the example breaks it, and the sentence says so.
// The cases are in tests/donnees/appels-refuses.txt, so that a programme officer can add one.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "portail/programme/appels_pour_tests.hpp"

namespace grappe::programme {
namespace {

struct Cas {
    std::string remplace, par;
    std::vector<std::string> dit;
};

std::string lignes_vraies(std::string texte) {
    for (auto ou = texte.find("\\n"); ou != std::string::npos; ou = texte.find("\\n", ou))
        texte.replace(ou, 2, "\n");
    return texte;
}

// "remplace …", "par …", "dit …"; a blank line ends a case; \n is a line end.
std::vector<Cas> cas() {
    std::istringstream flux{texte_de(racine() / "tests" / "donnees" / "appels-refuses.txt")};
    std::vector<Cas> lus;
    for (std::string ligne; std::getline(flux, ligne);) {
        const auto apres = [&](std::string_view mot) { return ligne.substr(mot.size()); };
        if (ligne.starts_with("remplace "))
            lus.push_back({lignes_vraies(apres("remplace ")), {}, {}});
        if (ligne.starts_with("par ")) lus.back().par = lignes_vraies(apres("par "));
        if (ligne.starts_with("dit ")) lus.back().dit.push_back(apres("dit "));
    }
    return lus;
}

std::string exemple() { return texte_de(racine() / "docs" / "exemple-appel.toml"); }

std::string modifie(const std::string& remplace, const std::string& par) {
    auto texte = exemple();
    const auto ou = texte.find(remplace);
    REQUIRE_MESSAGE(ou != std::string::npos, remplace);
    return texte.replace(ou, remplace.size(), par);
}

// The sentence of a fault without its place.
std::string sans_place(const Defaut& defaut) {
    auto copie = defaut;
    copie.fichier.clear();
    copie.ligne = 0;
    return phrase(copie, phrases()).substr(2);
}

// Sorted, one a line.
std::string ensemble(std::vector<std::string> phrases_dites) {
    std::sort(phrases_dites.begin(), phrases_dites.end());
    std::string sortie;
    for (const auto& dite : phrases_dites) sortie += dite + '\n';
    return sortie;
}

std::string dits(const Appels& appels) {
    std::vector<std::string> sortie;
    for (const auto& defaut : appels.defauts) sortie.push_back(sans_place(defaut));
    return ensemble(std::move(sortie));
}

std::set<std::string> codes_vus(const Appels& appels) {
    std::set<std::string> sortie;
    for (const auto& defaut : appels.defauts) sortie.emplace(defaut.code);
    return sortie;
}

// Faults of files and folders, which no change of text can make.
const std::set<std::string> codes_de_fichier{"illisible", "trop_grand", "dossier_illisible",
                                             "identifiant_double"};

}  // namespace

TEST_CASE("each broken example is refused with its sentences, and with nothing else") {
    for (const auto& un : cas()) {
        CAPTURE(un.remplace);
        CAPTURE(un.par);
        const auto lu = lire_appel(modifie(un.remplace, un.par), {});
        CHECK(dits(lu) == ensemble(un.dit));
        CHECK(lu.tous.empty());
    }
}

TEST_CASE("every refusal that the loader knows has a broken example") {
    std::set<std::string> vus = codes_de_fichier;
    for (const auto& un : cas()) vus.merge(codes_vus(lire_appel(modifie(un.remplace, un.par), {})));
    std::istringstream flux{texte_de(racine() / "locale" / "fr.txt")};
    constexpr std::string_view debut = "programme.defaut.";
    int connus = 0;
    for (std::string ligne; std::getline(flux, ligne);) {
        if (!ligne.starts_with(debut)) continue;
        const auto code = ligne.substr(debut.size(), ligne.find(' ') - debut.size());
        CAPTURE(code);
        CHECK(vus.contains(code));
        ++connus;
    }
    CHECK(connus == static_cast<int>(vus.size()));
}

TEST_CASE("a fault names its file and line, and all faults come at once") {
    const auto lu = lire_appel("appel = \"X\"\ntitre = \"t\"\nfuseau = \"Europe/Paris\"\n", {});
    REQUIRE(!lu.defauts.empty());
    CHECK(lu.defauts.size() == 5);
    const auto faux = lire_appel(modifie("metropole = 10", "metropol = 10"), {});
    REQUIRE(faux.defauts.size() == 2);
    const auto& inconnue = faux.defauts.back();
    CHECK(inconnue.fichier == "appel.toml");
    CHECK(inconnue.chemin == "minimum.metropol");
    CHECK(phrase(inconnue, phrases()).starts_with("appel.toml:" + std::to_string(inconnue.ligne)));
}

TEST_CASE("a syntax fault gives its line and column") {
    const auto lu = lire_appel("appel = \"X\"\ntitre = [", {});
    REQUIRE(lu.defauts.size() == 1);
    CHECK(lu.defauts[0].code == "syntaxe");
    CHECK(lu.defauts[0].ligne == 2);
    for (const auto* anglais : {"rror", "expected", "anglais", "array"})
        CHECK(phrase(lu.defauts[0], phrases()).find(anglais) == std::string::npos);
    const auto accent = lire_appel("a = 2'ç'", {});
    REQUIRE(accent.defauts.size() == 1);
    CHECK(accent.defauts[0].code == "syntaxe");
    const auto titre = lire_appel("appel = \"X\"\n\n[=x]\n", {});
    REQUIRE(titre.defauts.size() == 1);
    CHECK(titre.defauts[0].code == "syntaxe_titre");
    CHECK(titre.defauts[0].ligne == 3);
}

TEST_CASE("a day or an hour that does not exist is told in French") {
    for (const std::string faux : {"2026-09-31", "2026-02-30T10:00:00Z", "2026-13-01",
                                   "2026-09-30T25:00:00Z", "2026-09-30T12:00:00+30:00"}) {
        CAPTURE(faux);
        const auto lu = lire_appel("appel = \"X\"\n\ndu = " + faux + " # fin\n", {});
        REQUIRE(lu.defauts.size() == 1);
        CHECK(lu.defauts[0].code == "syntaxe_date");
        CHECK(lu.defauts[0].ligne == 3);
        const auto dit = phrase(lu.defauts[0], phrases());
        CHECK_MESSAGE(dit.find(faux + " n'est pas une date") != std::string::npos, dit);
        CHECK(dit.find("Error") == std::string::npos);
    }
}

TEST_CASE("a call may rest on a national layer, whose values keep their layer and source") {
    const auto texte = modifie("# socle = ", "socle = ");
    auto sans = texte;
    const std::string materiel = "[materiel]\nmode = \"forfait\"";
    const auto ou = sans.find(materiel);
    const auto fin = sans.find("[amoa]");
    sans.erase(ou, fin - ou);
    const std::string socle =
        "couche = \"Nationale\"\n[validite]\ndu = 2026-01-01\nconnu_jusqu_au = 2026-12-31\n"
        "[documents]\nnat = \"Texte national\"\n"
        "[materiel]\nmode = \"maximum\"\npar_essms = 77\nsource = \"nat page 3\"\n";
    const auto lu = lire_appel(sans, socle);
    for (const auto& defaut : lu.defauts) FAIL_CHECK(phrase(defaut, phrases()));
    REQUIRE(lu.tous.size() == 1);
    const auto& appel = lu.tous[0].versions.front().appel;
    CHECK(appel.materiel->par_essms == core::Money::euros(77));
    CHECK(appel.materiel.couche == "Nationale");
    CHECK(appel.materiel.source == rules::Source{"Texte national", "page 3"});

    const auto absent = lire_appel(texte, {});
    REQUIRE(!absent.defauts.empty());
    CHECK(absent.defauts[0].code == "socle_absent");
}

}  // namespace grappe::programme
