// The examination as a whole: order, exclusions, counts, desk, window, sentences.
#include "portail/recevabilite/recevabilite.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "portail/recevabilite/monde_pour_tests.hpp"
#include "rules/phrases.hpp"

namespace grappe::recevabilite::tests {

using rules::Issue, rules::RegleId;

namespace {

rules::Phrases phrases() {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/locale/fr.txt"};
    return *rules::Phrases::charger(std::string{std::istreambuf_iterator{fichier}, {}});
}

void verifier_l_ordre(const Recevabilite& resultat) {
    const auto avant = [](const rules::Constat& a, const rules::Constat& b) {
        return std::pair{a.regle, a.objet.rang} < std::pair{b.regle, b.objet.rang};
    };
    std::vector<rules::Constat> sans_pieces;
    for (const auto& constat : resultat.constats)
        if (constat.objet.genre != rules::Objet::Genre::piece) sans_pieces.push_back(constat);
    CHECK(std::is_sorted(sans_pieces.begin(), sans_pieces.end(), avant));
}

void verifier_les_phrases(const Recevabilite& resultat) {
    static const auto francais = phrases();
    for (const auto& constat : resultat.constats) {
        CAPTURE(constat.phrase);
        REQUIRE(francais.contient(constat.phrase));
        CHECK(!francais.rendre(constat.phrase, constat.faits).empty());
        CHECK(!constat.source->document.empty());
    }
}

}  // namespace

TEST_CASE("a complete dossier has nothing against it") {
    Monde monde{dossier_json({})};
    const auto& resultat = monde.examiner();
    CHECK(resultat.comptes.size() == 15);
    CHECK(!resultat.bloque);
    for (const auto& constat : resultat.constats) {
        CAPTURE(constat.phrase);
        CHECK(constat.issue != Issue::non_conforme);
        CHECK(constat.issue != Issue::manque);
        CHECK(constat.issue != Issue::a_apprecier);
        CHECK(constat.issue != Issue::non_defini);
    }
    verifier_l_ordre(resultat);
    verifier_les_phrases(resultat);
    REQUIRE(resultat.guichet);
    CHECK(resultat.guichet->financeur == "ARS Nouvelle-Aquitaine");
    CHECK(resultat.guichet->regions == std::vector<std::string>{"75"});
    REQUIRE(resultat.fenetre);
    CHECK(resultat.fenetre->a_temps);
    CHECK(resultat.fenetre->fenetre->id == "1");
}

TEST_CASE("every rule of these families has a finding, whatever the dossier holds") {
    for (const int essms : {0, 1, 15}) {
        Monde monde{dossier_json({.essms = essms}, R"("pieces": [])")};
        const auto& resultat = monde.examiner();
        for (auto rang = 0; rang <= static_cast<int>(RegleId::doc_23); ++rang) {
            const auto regle = static_cast<RegleId>(rang);
            CAPTURE(core::name_of(regle));
            const bool ailleurs = regle == RegleId::grp_09 || regle == RegleId::doc_17;
            CHECK(monde.constats(regle).empty() == ailleurs);
        }
        verifier_l_ordre(resultat);
        verifier_les_phrases(resultat);
    }
}

TEST_CASE("a dossier without establishment is examined and blocked") {
    Monde monde{dossier_json({.essms = 0})};
    const auto& resultat = monde.examiner();
    CHECK(resultat.bloque);
    CHECK(!resultat.guichet);
    CHECK(monde.issue(RegleId::grp_01) == Issue::non_conforme);
}

TEST_CASE("an excluded establishment leaves the count with its first failing rule") {
    Monde monde{dossier_json({.essms = 16})};
    const auto exclu = monde.dossier.essms[3].finess_et.text();
    monde.inscrire(exclu, "355", "33");
    monde.dossier.essms[3].autre_aide_europeenne = true;
    const auto& resultat = monde.examiner();
    CHECK(resultat.comptes.size() == 15);
    REQUIRE(resultat.exclus.size() == 1);
    CHECK(resultat.exclus[0].finess_et == exclu);
    CHECK(resultat.exclus[0].regle == RegleId::elig_01);
    CHECK(!resultat.bloque);
    CHECK(monde.constats(RegleId::red_01)[3].issue == Issue::non_conforme);
    verifier_les_phrases(resultat);
}

TEST_CASE("a rule that the call leaves aside or undefined has one finding, of the dossier") {
    Monde monde{dossier_json({})};
    monde.regle(RegleId::elig_07).etat = programme::RegleAppel::Etat::non_definie;
    monde.regle(RegleId::elig_08).etat = programme::RegleAppel::Etat::sans_objet;
    monde.examiner();
    CHECK(monde.constats(RegleId::elig_07).size() == 1);
    CHECK(monde.issue(RegleId::elig_07) == Issue::non_defini);
    CHECK(monde.issue(RegleId::elig_08) == Issue::sans_objet);
    CHECK(monde.constats(RegleId::elig_01).size() == 15);
}

TEST_CASE("the kit's ten lines follow the other findings") {
    Monde monde{dossier_json({})};
    monde.examiner();
    const auto bilan = monde.constats(RegleId::elig_11).front();
    CHECK(bilan.issue == Issue::conforme);
    CHECK(bilan.faits.size() == 11);
    CHECK(std::get<std::int64_t>(bilan.faits.back().valeur) == 10);

    Monde petite{dossier_json({.essms = 14})};
    petite.examiner();
    CHECK(petite.issue(RegleId::elig_11) == Issue::a_apprecier);
}

}  // namespace grappe::recevabilite::tests
