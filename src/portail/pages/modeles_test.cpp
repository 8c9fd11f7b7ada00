// The page templates have no words of their own: locale/fr.txt has them all.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;

namespace {

bool est_une_lettre(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0xC3;
}

// Without what stands from `debut` to the next `fin`, both included.
std::string sans(std::string texte, std::string_view debut, std::string_view fin) {
    for (auto ou = texte.find(debut); ou != texte.npos; ou = texte.find(debut, ou)) {
        const auto jusque = texte.find(fin, ou + debut.size());
        if (jusque == texte.npos) break;
        texte.erase(ou, jusque + fin.size() - ou);
    }
    return texte;
}

// The first two letters in a row outside of markup, with what follows; empty when there are none.
std::string mots_de(const std::string& modele) {
    auto texte = sans(sans(modele, "{{{", "}}}"), "{{", "}}");
    texte = sans(sans(sans(std::move(texte), "<!--", "-->"), "<", ">"), "&", ";");
    const auto deux = [](char a, char b) { return est_une_lettre(a) && est_une_lettre(b); };
    const auto ou = std::adjacent_find(texte.begin(), texte.end(), deux);
    return {ou, std::min(texte.end(), ou + std::min<std::ptrdiff_t>(60, texte.end() - ou))};
}

// The same in the attributes that a person reads or hears.
std::string mots_des_attributs(const std::string& modele) {
    const auto texte = sans(sans(modele, "{{{", "}}}"), "{{", "}}");
    for (const std::string_view nom : {" title=\"", " aria-label=\"", " alt=\"", " placeholder=\""})
        for (auto ou = texte.find(nom); ou != texte.npos; ou = texte.find(nom, ou + 1)) {
            const auto debut = ou + nom.size();
            const auto valeur = texte.substr(debut, texte.find('"', debut) - debut);
            if (auto mots = mots_de(valeur); !mots.empty()) return mots;
        }
    return {};
}

}  // namespace

TEST_CASE("a template has no words of its own") {
    int combien = 0;
    for (const auto& entree : fs::recursive_directory_iterator{fs::path{GRAPPE_ROOT} / "modeles"}) {
        if (entree.path().extension() != ".mustache") continue;
        std::ifstream fichier{entree.path()};
        std::ostringstream lu;
        lu << fichier.rdbuf();
        CAPTURE(entree.path().filename().string());
        CHECK(mots_de(lu.str()) == "");
        CHECK(mots_des_attributs(lu.str()) == "");
        ++combien;
    }
    CHECK(combien > 40);
}

TEST_CASE("the look for words sees them in texts and in attributes, not in names") {
    CHECK(mots_de("<p class=\"abc\">{{titre}}</p>&nbsp;: A") == "");
    CHECK(mots_de("<p>{{a}} dit où</p>") == "dit où");
    CHECK(mots_des_attributs("<a title=\"{{x}}\" href=\"/aller\">") == "");
    CHECK(mots_des_attributs("<a href=\"/\" title=\"Retour {{x}}\">") == "Retour ");
}
