// Rows in memory: after any writes, the same as if they were all read anew.
#include "portail/instruction/tableau.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "portail/instruction/monde_pour_tests.hpp"

namespace grappe::instruction {
namespace {

using storage::Reader, storage::Writer;
using teleservice::Fiche;

constexpr storage::Statement insert_dossier{"essai.dossier", R"(
    INSERT INTO dossier (id, compte, appel, statut, version, cree_le, modifie_le, guichet)
    VALUES ($1, 'porteur-1', 'NA-2024', 'depose', 1, $2, $2, '75')
    ON CONFLICT (id) DO NOTHING)"};

Fiche fiche_au_hasard(std::minstd_rand& hasard) {
    const auto tire = [&](int bornes) { return static_cast<int>(hasard() % unsigned(bornes)); };
    const auto rang = std::to_string(tire(40));
    const auto depose_le =
        tests::monde::instant("2024-03-0" + std::to_string(tire(9) + 1) + "T10:00:00Z");
    constexpr std::array statuts{Statut::depose, Statut::pieces_demandees, Statut::recevable};
    return {.dossier = "d" + rang,
            .guichet = tire(3) == 0 ? "94" : "75",
            .statut = statuts[static_cast<std::size_t>(tire(3))],
            .appel = "NA-2024",
            .numero = "NA-2024-" + rang,
            .porteur = "Association " + std::to_string(tire(5)),
            .siret = "99999900600011",
            .essms = tire(9),
            .subvention =
                tire(4) == 0 ? std::nullopt : std::optional{core::Money::euros(1000 * tire(20))},
            .depose_le = depose_le,
            .change_le = depose_le};
}

void ecrire_au_hasard(Writer& db, std::minstd_rand& hasard) {
    const auto fiche = fiche_au_hasard(hasard);
    db.run(insert_dossier, fiche.dossier, fiche.depose_le);
    teleservice::tenir(db, fiche);
    if (hasard() % 3 == 0) teleservice::nommer(db, fiche.dossier, "ars-75");
    if (hasard() % 5 == 0) teleservice::effacer_la_fiche(db, fiche.dossier);
}

std::string dans_l_ordre(const Tableau& tableau, Tri tri, Sens sens) {
    const Portion portion{.filtre = {.tri = tri, .sens = sens}, .recevables_seulement = false};
    std::string texte;
    for (const auto place : tableau.trouver(portion, {})) {
        const auto& fiche = tableau.fiche(place);
        texte += fiche.dossier + fiche.guichet + fiche.porteur + fiche.instructeur.value_or("-") +
                 std::string{core::name_of(fiche.statut)} + std::to_string(fiche.essms) + "\n";
    }
    return texte;
}

std::string texte_de(const std::filesystem::path& chemin) {
    std::ostringstream texte;
    texte << std::ifstream{chemin}.rdbuf();
    return texte.str();
}

}  // namespace

TEST_CASE("what is kept follows each write, in every order") {
    tests::sur_chaque_base([](tests::Scene& scene) {
        std::minstd_rand hasard{7};
        TableauTenu tenu;
        for (int tour = 0; tour < 30; ++tour) {
            (void)scene.base.write([&](Writer& db) -> core::Result<void> {
                for (int n = 0; n < tour % 4 + 1; ++n) ecrire_au_hasard(db, hasard);
                return {};
            });
            const auto [suivi, neuf] = scene.base.read([&](Reader& db) {
                return std::pair{tenu.a_jour(db), TableauTenu{}.a_jour(db)};
            });
            CHECK(suivi->version() == neuf->version());
            CHECK(suivi->par_statut("75") == neuf->par_statut("75"));
            for (const auto& [tri, nom] : names(Tri{}))
                for (const auto sens : {Sens::croissant, Sens::decroissant})
                    CHECK(dans_l_ordre(*suivi, tri, sens) == dans_l_ordre(*neuf, tri, sens));
        }
    });
}

TEST_CASE("a row without a term comes last in both orders") {
    std::minstd_rand hasard{3};
    auto une = fiche_au_hasard(hasard), autre = une;
    une.dossier = "avec";
    autre.dossier = "sans";
    une.echeance = core::Date::parse("2024-06-01").value();
    const auto tableau = Tableau{}.avec({{autre, " x "}, {une, " x "}}, 1);
    CHECK(dans_l_ordre(tableau, Tri::echeance, Sens::croissant).starts_with("avec"));
    CHECK(dans_l_ordre(tableau, Tri::echeance, Sens::decroissant).starts_with("avec"));
}

TEST_CASE("words find the rows that reading each text would find, however often texts change") {
    std::minstd_rand hasard{11};
    constexpr std::array mots{"les", "tilleuls", "tilleul", "lilas", "330000001", "3300"};
    Tableau tableau;
    std::map<std::string, std::string> textes;
    for (int tour = 1; tour <= 60; ++tour) {
        Tableau::Fiches changees;
        for (int n = 0; n < 10; ++n) {
            auto fiche = fiche_au_hasard(hasard);
            fiche.dossier = "d" + std::to_string(hasard() % 500);
            std::string texte{" "};
            for (auto k = hasard() % 4; k > 0; --k)
                texte.append(mots.at(hasard() % mots.size())).append(" ");
            textes[fiche.dossier] = texte;
            changees.push_back({fiche, texte});
        }
        tableau = tableau.avec(std::move(changees), tour);
        for (const auto& cherches : {std::vector<std::string>{"tilleul"}, {"3300", "les"}, {"l"}}) {
            std::set<std::string> attendus, trouves;
            for (const auto& [dossier, texte] : textes)
                if (std::ranges::all_of(cherches, [&](const auto& mot) {
                        return texte.find(" " + mot) != texte.npos;
                    }))
                    attendus.insert(dossier);
            const Portion portion{.filtre = {.mots = cherches}, .recevables_seulement = false};
            for (const auto place : tableau.trouver(portion, {}))
                trouves.insert(tableau.fiche(place).dossier);
            CHECK(trouves == attendus);
        }
    }
}

TEST_CASE("nothing changed: nothing is read again") {
    tests::sur_chaque_base([](tests::Scene& scene) {
        TableauTenu tenu;
        const auto avant = scene.base.read([&](Reader& db) { return tenu.a_jour(db); });
        CHECK(avant == scene.base.read([&](Reader& db) { return tenu.a_jour(db); }));
    });
}

// A write elsewhere would not move the version: lists would not see it.
TEST_CASE("one file writes the rows of lists") {
    namespace fs = std::filesystem;
    for (const auto& entree : fs::recursive_directory_iterator{std::string{GRAPPE_ROOT} + "/src"}) {
        const auto nom = entree.path().filename().string();
        if (!nom.ends_with(".cpp") || nom.ends_with("_test.cpp")) continue;
        if (nom == "fiche_repository.cpp") continue;
        const auto texte = texte_de(entree.path());
        CAPTURE(nom);
        for (const auto* ordre : {"UPDATE fiche ", "INTO fiche ", "FROM fiche WHERE version"})
            CHECK(texte.find(ordre) == std::string::npos);
    }
}

}  // namespace grappe::instruction
