// The whole answer: findings joined in order, outcome, amounts, under each of the shipped calls.
#include "portail/analyse/analyse.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "portail/analyse/essai_pour_tests.hpp"

namespace grappe::analyse::tests {
namespace {

using rules::Issue, rules::RegleId;

void verifier(const Analyse& analyse) {
    const auto& constats = analyse.constats;
    CHECK(std::is_sorted(constats.begin(), constats.end(),
                         [](const auto& a, const auto& b) { return a.regle < b.regle; }));
    std::set<RegleId> jugees;
    for (const auto& constat : constats) {
        jugees.insert(constat.regle);
        CAPTURE(constat.phrase);
        REQUIRE(francais().contient(constat.phrase));
        CHECK(!francais().rendre(constat.phrase, constat.faits).empty());
        CHECK(!constat.source->document.empty());
    }
    CHECK(jugees.size() == rules::nombre_de_regles);
    for (const auto& etape : analyse.trace) {
        CAPTURE(etape.phrase);
        CHECK(!francais().rendre(etape.phrase, etape.faits).empty());
    }
    for (const auto& seuil : analyse.seuils) {
        CHECK(!seuil.changement.empty());
        CHECK(!seuil.effet.empty());
    }
}

IssueDossier issue(const Dossier& decrit) { return Essai{decrit}.analyse.issue; }

}  // namespace

TEST_CASE("a complete dossier of Nouvelle-Aquitaine is receivable") {
    const Essai essai{{}};
    for (const auto& constat : essai.analyse.constats)
        if (constat.issue == Issue::manque || constat.issue == Issue::a_apprecier ||
            constat.issue == Issue::non_defini || constat.issue == Issue::non_conforme)
            MESSAGE(core::name_of(constat.regle)
                    << " " << francais().rendre(constat.phrase, constat.faits));
    CHECK(essai.analyse.issue == IssueDossier::recevable);
    CHECK(essai.total() == core::Money::euros(315'000));
    verifier(essai.analyse);
}

TEST_CASE("every rule has a finding and every sentence its facts, under each call") {
    for (const auto* id : {"NA-2024", "IDF-2023", "KIT-2024", "COR-2021"})
        for (const int essms : {0, 1, 14, 15, 60}) {
            CAPTURE(id);
            CAPTURE(essms);
            const Essai essai{{.appel = id,
                               .lots = {{.essms = essms / 2},
                                        {.essms = essms - essms / 2,
                                         .regime = "montee_de_version",
                                         .categorie = "460",
                                         .departement = "31"},
                                        {.essms = 1, .categorie = "355"}}}};
            verifier(essai.analyse);
            CHECK(essai.analyse.recevabilite.comptes.size() == static_cast<std::size_t>(essms));
            CHECK(essai.analyse.recevabilite.guichet.has_value() ==
                  (essms > 0 && !(essms == 60 && std::string_view{id} == "COR-2021")));
        }
}

TEST_CASE("the outcome: blocked, else incomplete, else to appreciate, else receivable") {
    CHECK(issue({}) == IssueDossier::recevable);
    CHECK(issue({.lots = {{.essms = 14}}}) == IssueDossier::incomplet);  // GRP-03 asks
    const std::string extension = R"(, "extension": {"grappe_deja_financee": true,
        "contrat_regulier": true, "sans_risque_excessif": true})";
    CHECK(issue({.lots = {{.essms = 14}}, .plus = extension}) == IssueDossier::a_apprecier);
    CHECK(issue({.pieces = "[]"}) == IssueDossier::incomplet);
    CHECK(issue({.depose_le = "2024-09-16T00:00:00+02:00"}) == IssueDossier::irrecevable);
    CHECK(issue({.depose_le = "2024-09-16T00:00:00+02:00", .pieces = "[]"}) ==
          IssueDossier::irrecevable);
    CHECK(issue({.lots = {}}) == IssueDossier::irrecevable);
}

TEST_CASE("the findings about an excluded establishment do not change the outcome") {
    const Lot exclu{.essms = 1, .categorie = "355"};
    CHECK(issue({.lots = {{}, exclu}}) == IssueDossier::recevable);
    Lot incertain = exclu;
    incertain.categorie = "462";
    CHECK(issue({.lots = {{}, incertain}}) == IssueDossier::a_apprecier);
    // In Île-de-France the sector of a hospital is missing (ELIG-06), and nobody asks for it.
    const Essai francilien{{.appel = "IDF-2023",
                            .depose_le = "2023-03-01T12:00:00+01:00",
                            .lots = {{.essms = 16, .departement = "75"}, exclu}}};
    CHECK(francilien.analyse.recevabilite.exclus.size() == 1);
    CHECK(std::any_of(francilien.analyse.constats.begin(), francilien.analyse.constats.end(),
                      [](const auto& c) { return c.issue == Issue::manque; }));
    CHECK(francilien.analyse.issue == IssueDossier::a_apprecier);
}

TEST_CASE("the outcome of a national project in a regional call is left open by its dates") {
    const Essai essai{{.lots = {{.essms = 49}, {.essms = 1, .departement = "31"}}}};
    CHECK(essai.analyse.recevabilite.guichet->niveau == programme::Niveau::national);
    CHECK(!essai.analyse.recevabilite.fenetre);
    CHECK(essai.analyse.issue == IssueDossier::a_apprecier);
    CHECK(essai.total() == core::Money::euros(1'034'000));
}

TEST_CASE("thirty acquisitions and thirty upgrades are worth 780,000 euros") {
    const Essai essai{{.lots = {{.essms = 30}, {.essms = 30, .regime = "montee_de_version"}}}};
    CHECK(essai.total() == core::Money::euros(780'000));
    CHECK(essai.analyse.recevabilite.guichet->niveau == programme::Niveau::regional);
}

TEST_CASE("the kit gives no amount and no date") {
    const Essai essai{{.appel = "KIT-2024"}};
    CHECK(!essai.analyse.subvention);
    CHECK(!essai.analyse.recevabilite.fenetre);
    CHECK(essai.issue(RegleId::cal_07) == Issue::non_defini);
}

TEST_CASE("Île-de-France 2023: early deposit tolerated, AHI appreciated, ELIG-08 undefined") {
    const Essai essai{{.appel = "IDF-2023",
                       .depose_le = "2023-01-20T12:00:00+01:00",
                       .lots = {{.essms = 16, .departement = "75"},
                                {.essms = 1, .categorie = "214", .departement = "75"}}}};
    REQUIRE(essai.analyse.recevabilite.fenetre);
    CHECK(essai.analyse.recevabilite.fenetre->a_temps);
    CHECK(essai.issue(RegleId::cal_05) == Issue::alerte);
    CHECK(essai.issue(RegleId::elig_08) == Issue::non_defini);
    CHECK(essai.issue(RegleId::grp_04) == Issue::conforme);
    CHECK(essai.analyse.recevabilite.comptes.size() == 17);
    CHECK(std::any_of(
        essai.analyse.constats.begin(), essai.analyse.constats.end(), [](const auto& constat) {
            return constat.regle == RegleId::elig_06 && constat.issue == Issue::a_apprecier;
        }));
}

TEST_CASE("Corse 2021: eight establishments are enough, from fifty on the desk is undefined") {
    const Essai huit{{.appel = "COR-2021", .lots = {{.essms = 8, .departement = "2A"}}}};
    CHECK(huit.issue(RegleId::grp_01) == Issue::conforme);
    CHECK(huit.analyse.recevabilite.guichet->financeur == "ARS Corse");
    CHECK(huit.issue(RegleId::elig_08) == Issue::sans_objet);
    const Essai grand{{.appel = "COR-2021", .lots = {{.essms = 50, .departement = "2A"}}}};
    CHECK(!grand.analyse.recevabilite.guichet);
    CHECK(grand.issue(RegleId::desk_01) == Issue::non_defini);
}

}  // namespace grappe::analyse::tests
