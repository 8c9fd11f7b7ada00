// Plays every case of tests/solde, and says every finding.
#include "portail/solde/solde.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "portail/solde/cas_pour_tests.hpp"

namespace grappe::solde {

using tests::Attendu, tests::Cas, tests::Mots;

namespace {

const rules::Phrases& phrases() {
    static const auto toutes = [] {
        std::ifstream fichier{tests::racine + "/locale/fr.txt"};
        std::ostringstream texte;
        texte << fichier.rdbuf();
        return rules::Phrases::charger(texte.str()).value();
    }();
    return toutes;
}

// One space for another: numbers are written with thin ones.
std::string espaces_simples(std::string texte) {
    for (const std::string espace : {"\u00a0", "\u202f", "\u2009"})
        for (auto ou = texte.find(espace); ou != texte.npos; ou = texte.find(espace))
            texte.replace(ou, espace.size(), " ");
    return texte;
}

std::string obtenu_du_projet(const std::string& nom, const Solde& solde) {
    if (nom == "issue") return std::string{core::name_of(solde.issue)};
    if (nom == "atteinte") return std::string{core::name_of(solde.jugement.atteinte)};
    if (nom == "avance") return solde.avance.total.total().text();
    if (nom == "plein") return solde.plein.text();
    if (nom == "montant") return solde.montant.text();
    if (nom == "a_apprecier") return solde.a_apprecier.text();
    if (nom == "trop_verse") return solde.trop_verse.text();
    if (nom == "a_recouvrer") return solde.a_recouvrer.text();
    return "?";
}

std::string obtenu_de_la_ligne(const Mots& m, const Solde& solde) {
    for (const auto& ligne : solde.lignes) {
        if (ligne.finess_et != m[0]) continue;
        if (m[1] == "atteinte") return std::string{core::name_of(ligne.jugement.atteinte)};
        if (m[1] == "montant") return ligne.montant.text();
    }
    return "?";
}

std::string phrases_de(const std::string& regle, const Solde& solde) {
    std::string toutes;
    for (const auto& constat : solde.constats)
        if (constat.regle == regle) toutes += dire(constat, phrases()) + "\n";
    return espaces_simples(toutes);
}

bool a_le_constat(const Mots& m, const Solde& solde) {
    return std::any_of(solde.constats.begin(), solde.constats.end(), [&](const Constat& constat) {
        return constat.regle == m[1] && core::name_of(constat.issue) == m[2] &&
               constat.finess_et == (m.size() > 3 ? m[3] : "");
    });
}

bool cite(const std::string& regle, const std::string& section, const Solde& solde) {
    return std::any_of(solde.constats.begin(), solde.constats.end(), [&](const Constat& constat) {
        return constat.regle == regle && constat.source.section.find(section) != std::string::npos;
    });
}

std::string suite(const Mots& m, std::size_t debut) {
    std::string texte;
    for (std::size_t i = debut; i < m.size(); ++i) texte += (i == debut ? "" : " ") + m[i];
    return texte;
}

void verifier(const Attendu& attendu, const Solde& solde) {
    const auto& m = attendu.mots;
    CAPTURE(attendu.ligne);
    if (m[0] == "constat")
        CHECK(a_le_constat(m, solde));
    else if (m[0] == "sans_constat")
        CHECK(phrases_de(m[1], solde).empty());
    else if (m[0] == "source")
        CHECK(cite(m[1], suite(m, 2), solde));
    else if (m[0] == "dit")
        CHECK(phrases_de(m[1], solde).find(suite(m, 2)) != std::string::npos);
    else if (m[0].starts_with("E"))
        CHECK(obtenu_de_la_ligne(m, solde) == m[2]);
    else
        CHECK(obtenu_du_projet(m[0], solde) == m[1]);
}

void jouer(const Cas& cas) {
    CAPTURE(cas.nom);
    const auto solde = calculer({.appel = cas.appel,
                                 .accorde = cas.accorde,
                                 .mesures = cas.mesures,
                                 .depenses = cas.depenses ? &*cas.depenses : nullptr});
    CHECK_FALSE(cas.attendus.empty());
    for (const auto& attendu : cas.attendus) verifier(attendu, solde);
    for (const auto& constat : solde.constats) {
        CHECK(dire(constat, phrases()).size() > 20);
        CHECK_FALSE(constat.source.document.empty());
    }
}

}  // namespace

TEST_CASE("every case of the balance holds, and each finding has its sentence and its source") {
    std::size_t joues = 0;
    for (const auto& fichier :
         std::filesystem::directory_iterator{tests::racine + "/tests/solde"}) {
        if (fichier.path().extension() != ".cas") continue;
        for (const auto& cas : tests::lire_les_cas(fichier.path().string())) {
            jouer(cas);
            ++joues;
        }
    }
    CHECK(joues >= 49);
}

}  // namespace grappe::solde
