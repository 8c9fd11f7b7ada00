// The shipped nomenclature is a tree; what a professional types finds its codes, and says why.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "core/texte.hpp"
#include "dui/nomenclature/recherche.hpp"
#include "dui/nomenclature/serafin_pour_tests.hpp"

namespace grappe::nomenclature {
namespace {

std::vector<std::string> codes(std::string_view texte, std::optional<Axe> axe = std::nullopt) {
    std::vector<std::string> trouves;
    for (const auto& un : chercher(serafin_livree(), {.texte = texte, .axe = axe, .au_plus = 200}))
        trouves.push_back(un.intitule->code);
    return trouves;
}

bool contient(const std::vector<std::string>& codes, const char* code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string premier(std::string_view texte) {
    const auto trouves = codes(texte);
    return trouves.empty() ? "" : trouves.front();
}

}  // namespace

TEST_CASE("the shipped nomenclature has its 107 intitules, each under its parent") {
    const auto& serafin = serafin_livree();
    CHECK(serafin.intitules().size() == 107);
    const auto combien = [&](Axe axe) {
        return std::count_if(serafin.intitules().begin(), serafin.intitules().end(),
                             [axe](const auto& un) { return un.axe == axe; });
    };
    CHECK(combien(Axe::besoin) == 35);
    CHECK(combien(Axe::prestation_directe) == 37);
    CHECK(combien(Axe::prestation_indirecte) == 35);
    for (const auto& un : serafin.intitules()) {
        CAPTURE(un.code);
        CHECK(un.niveau == 1 + std::count(un.code.begin(), un.code.end(), '.'));
        CHECK(un.parent == un.code.substr(0, un.code.size() > 1 ? un.code.rfind('.') : 0));
    }
}

TEST_CASE("the tree goes up and down") {
    const auto& serafin = serafin_livree();
    CHECK(serafin.enfants("").size() == 3);
    CHECK(serafin.enfants("1.2.1").size() == 4);
    const auto chemin = serafin.chemin("1.2.1.1");
    REQUIRE(chemin.size() == 4);
    CHECK(chemin.front()->code == "1");
    CHECK(chemin.back()->libelle == "Besoins en lien avec l'entretien personnel");
    CHECK(serafin.trouver("9") == nullptr);
    CHECK(serafin.chemin("9").empty());
}

TEST_CASE("slips of the source stay in the labels and do not hinder the search") {
    CHECK(serafin_livree().trouver("3.1.1.2")->libelle.find("dialogue socIal") !=
          std::string::npos);
    CHECK(contient(codes("dialogue social"), "3.1.1.2"));
    CHECK(contient(codes("gestion prévisionnelle des compétences"), "3.1.1.2"));
    CHECK(contient(codes("développement des capacités"), "3.2.4.2"));
}

TEST_CASE("each everyday word leads first to codes that it names") {
    const auto& serafin = serafin_livree();
    CHECK(serafin.mots_usuels().size() > 200);
    std::set<std::vector<std::string>> vus;
    for (const auto& usuel : serafin.mots_usuels()) {
        CAPTURE(usuel.ecrit);
        CHECK(vus.insert(usuel.mots).second);
        const auto trouves = codes(usuel.ecrit);
        REQUIRE_FALSE(trouves.empty());
        for (const auto rang : usuel.intitules)
            CHECK(contient(trouves, serafin.intitules()[rang].code.c_str()));
    }
}

TEST_CASE("plain words find their codes") {
    CHECK(contient(codes("courses"), "1.3.2.2"));
    CHECK(contient(codes("faire les COURSES"), "2.3.2.2"));
    CHECK(premier("toilette") == "1.2.1.1");
    CHECK(contient(codes("bus"), "1.3.4.2"));
    CHECK(contient(codes("voisins"), "2.3.4.1"));
    CHECK(contient(codes("voisinage"), "2.3.4.1"));
    CHECK(contient(codes("couche"), "1.2.1.1"));
    CHECK(contient(codes("papiers"), "1.3.1.1"));
    CHECK(premier("cantine") == "3.2.2.1");
    CHECK(contient(codes("vetement"), "1.2.1.1"));
    CHECK(contient(codes("Vêtements"), "2.2.1"));
}

TEST_CASE("all the words count, and the place of an accent does not") {
    CHECK(premier("transport domicile") == "3.2.4.1");
    CHECK(codes("école") == codes("ECOLE"));
    CHECK(premier("droits citoyenneté") == "1.3.1.1");
}

TEST_CASE("a code finds its intitule and what stands below it") {
    CHECK(codes("1.2.1") ==
          std::vector<std::string>{"1.2.1", "1.2.1.1", "1.2.1.2", "1.2.1.3", "1.2.1.4"});
    CHECK(codes("1.1.1") == std::vector<std::string>{"1.1.1"});
    CHECK(codes("1.1.").size() == 11);
    CHECK(codes("7.1").empty());
}

TEST_CASE("one axis only, where it is asked") {
    for (const auto& code : codes("courses", Axe::prestation_directe)) CHECK(code[0] == '2');
    CHECK_FALSE(codes("courses", Axe::prestation_directe).empty());
    CHECK(codes("1.2", Axe::prestation_directe).empty());
}

TEST_CASE("each answer says which word led to it") {
    const auto trouves = chercher(serafin_livree(), {.texte = "Bus"});
    REQUIRE_FALSE(trouves.empty());
    CHECK(trouves[0].raisons == std::vector<Raison>{{"bus", Par::mot_usuel, "bus"}});
    const auto mobilite = chercher(serafin_livree(), {.texte = "mobil"});
    REQUIRE_FALSE(mobilite.empty());
    CHECK(mobilite[0].raisons == std::vector<Raison>{{"mobil", Par::debut_de_mot, "mobilite"}});
    const auto glisse = chercher(serafin_livree(), {.texte = "toillette"});
    REQUIRE_FALSE(glisse.empty());
    CHECK(glisse[0].raisons[0].par == Par::a_une_lettre_pres);
}

TEST_CASE("nothing typed, or nothing near, finds nothing") {
    for (const auto* texte : {"", "   ", "de la", "xyzzy", "'", "\xF0\x9F\x98\x80"}) {
        CAPTURE(texte);
        CHECK(codes(texte).empty());
    }
}

TEST_CASE("a file that cannot be read says its line") {
    const std::string entete = "code;parent;niveau;type;jeu_de_valeurs;libelle\n";
    const auto ligne = [&](const std::string& intitules, const std::string& mots) {
        const auto lue = Serafin::lire(intitules, mots);
        return lue ? std::string{} : lue.error().detail;
    };
    const auto bonne = entete + "1;;1;BESOIN;JDV_J285;Besoins\n";
    CHECK(ligne(bonne, "mots;codes\n").empty());
    CHECK(ligne(entete + "1.1;1;2;BESOIN;JDV_J285;x\n", "") == "2");
    CHECK(ligne(bonne + "1;;1;BESOIN;JDV_J285;x\n", "") == "3");
    CHECK(ligne(entete + "1;;un;BESOIN;JDV_J285;x\n", "") == "2");
    CHECK(ligne(bonne, "mots;codes\nbus;1\ncar;2\n") == "3");
    CHECK(ligne(bonne, "mots;codes\nde la;1\n") == "2");
}

TEST_CASE("a search of the whole tree takes far less than a millisecond") {
    const auto debut = std::chrono::steady_clock::now();
    std::size_t trouves = 0;
    constexpr int fois = 200;
    for (int i = 0; i < fois; ++i)
        trouves += chercher(serafin_livree(), {.texte = "prendre le bus pour les courses"}).size();
    const auto duree = std::chrono::steady_clock::now() - debut;
    CHECK(trouves > 0);
    MESSAGE("microseconds a search: "
            << std::chrono::duration_cast<std::chrono::microseconds>(duree).count() / fois);
}

}  // namespace grappe::nomenclature
