// Plays every case of tests/regles against the shipped calls, through the whole use case.
#include "portail/socle/cas.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "portail/programme/chargement.hpp"

namespace grappe::socle {

namespace {

namespace fs = std::filesystem;

const std::string racine = GRAPPE_ROOT;

std::string lire(const fs::path& chemin) {
    std::ifstream fichier{chemin};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return texte.str();
}

struct Monde {
    rules::Phrases phrases = *rules::Phrases::charger(lire(racine + "/locale/fr.txt"));
    // The shipped calls, and the example of docs/: a fifth that needs no C++.
    programme::Appels appels =
        programme::charger_appels({racine + "/appels", racine + "/tests/donnees/appels"});
    referentiels::Territoires territoires = *referentiels::charger_territoires(racine + "/donnees");
    referentiels::Categories categories = *referentiels::charger_categories(racine + "/donnees");
};

const Monde& monde() {
    static const Monde seul;
    return seul;
}

Verification juger(const cas::Cas& cas, const std::string& appel) {
    auto donnees = cas::donner(cas, appel, monde().territoires);
    const Moyens moyens{
        .appel = [](std::string_view id, core::Instant depot) -> const programme::Appel* {
            const auto* charge = monde().appels.find(id);
            return charge ? &charge->applicable(depot) : nullptr;
        },
        .appels_connus = monde().appels.ids(),
        .referentiels = {monde().territoires, monde().categories},
        .phrases = monde().phrases,
        .fiches = [&](const Numeros&) { return donnees.fiches; }};
    return verifier(donnees.json, std::nullopt, moyens);
}

// Every finding, step and threshold must have its sentence.
void rendre(const Verification& verification) {
    if (!verification.verifie) return;
    const auto& analyse = verification.verifie->analyse();
    for (const auto& constat : analyse.constats)
        CHECK(monde().phrases.rendre(constat.phrase, constat.faits).size() > 3);
}

void jouer(const cas::Cas& cas) {
    for (const auto& appel : cas::appels_du_cas(cas)) {
        const auto verification = juger(cas, appel);
        rendre(verification);
        for (const auto& ecart : cas::ecarts(cas, verification, monde().phrases)) {
            const auto message = cas.titre.texte + " (" + appel + ")\n" + ecart;
            FAIL_CHECK(message);
        }
    }
}

void jouer_fichier(const fs::path& chemin) {
    const auto nom = "tests/regles/" + chemin.filename().string();
    for (const auto& cas : cas::lire_cas(nom, lire(chemin))) {
        try {
            CHECK_FALSE(cas.attendus.empty());
            jouer(cas);
        } catch (const std::exception& faute) {
            const auto message = nom + ", « " + cas.titre.texte + " » : " + faute.what();
            FAIL_CHECK(message);
        }
    }
}

}  // namespace

TEST_CASE("les cas de règles de tests/regles sont tenus") {
    REQUIRE(monde().appels.defauts.empty());
    std::vector<fs::path> fichiers;
    for (const auto& entree : fs::directory_iterator{racine + "/tests/regles"})
        if (entree.path().extension() == ".cas") fichiers.push_back(entree.path());
    std::ranges::sort(fichiers);
    CHECK_FALSE(fichiers.empty());
    for (const auto& chemin : fichiers) jouer_fichier(chemin);
}

}  // namespace grappe::socle
