// Desk and window: the routing table at 49 and 50, the pivot, each instant around the windows.
#include "portail/recevabilite/routage.hpp"

#include "portail/recevabilite/monde_pour_tests.hpp"

namespace grappe::recevabilite::tests {

using programme::Niveau;
using rules::Issue, rules::RegleId;

namespace {

// The first `ailleurs` establishments are in the other department.
Monde reparti(const Grappe& grappe, int ailleurs, const char* autre) {
    Monde monde{dossier_json(grappe)};
    for (int rang = 0; rang < ailleurs; ++rang)
        monde.inscrire(monde.dossier.essms[static_cast<std::size_t>(rang)].finess_et.text(), "500",
                       autre);
    monde.examiner();
    return monde;
}

}  // namespace

TEST_CASE("DESK-01 at 49 and 50, with one region and with two") {
    struct {
        int essms, ailleurs;
        Niveau niveau;
    } const cas[] = {{49, 0, Niveau::regional},
                     {49, 1, Niveau::regional},
                     {50, 0, Niveau::regional},
                     {50, 1, Niveau::national}};
    for (const auto& c : cas) {
        CAPTURE(c.essms);
        CAPTURE(c.ailleurs);
        const auto monde = reparti({.essms = c.essms}, c.ailleurs, "31");
        REQUIRE(monde.resultat.guichet);
        CHECK(monde.resultat.guichet->niveau == c.niveau);
        CHECK(monde.issue(RegleId::desk_01) == Issue::conforme);
    }
}

TEST_CASE("a repeated number does not flip the desk") {
    Monde monde{dossier_json({.essms = 50})};
    monde.dossier.essms[49].finess_et = monde.dossier.essms[0].finess_et;
    monde.inscrire(monde.dossier.essms[0].finess_et.text(), "500", "31");
    monde.examiner();
    CHECK(monde.resultat.guichet->niveau == Niveau::regional);
}

TEST_CASE("the national desk has its own funder, and no date in this call") {
    const auto monde = reparti({.essms = 50}, 1, "31");
    CHECK(monde.resultat.guichet->financeur == "National (CNSA - PAI Numérique)");
    CHECK(monde.resultat.guichet->regions == std::vector<std::string>{"75", "76"});
    CHECK(!monde.resultat.fenetre);
    CHECK(monde.issue(RegleId::cal_01) == Issue::non_defini);
    CHECK(!monde.resultat.bloque);
}

TEST_CASE("the pivot is the call's region, else the porteur's, else that of most establishments") {
    const auto financeur = [](const char* appel, const char* porteur) {
        Monde monde{dossier_json({.essms = 5})};
        for (int rang = 0; rang < 3; ++rang)
            monde.inscrire(monde.dossier.essms[static_cast<std::size_t>(rang)].finess_et.text(),
                           "500", "31");
        monde.appel.region = appel;
        if (porteur != nullptr) monde.dossier.porteur.region = std::string{porteur};
        monde.examiner();
        CHECK(monde.issue(RegleId::desk_02) == Issue::a_apprecier);
        return std::string{monde.resultat.guichet->financeur};
    };
    CHECK(financeur("75", "11") == "ARS Nouvelle-Aquitaine");
    CHECK(financeur("94", "11") == "ARS Île-de-France");
    CHECK(financeur("94", nullptr) == "ARS Occitanie");
}

TEST_CASE("regions with as many establishments are told apart by the lowest number") {
    Monde monde{dossier_json({.essms = 4})};
    for (const std::size_t rang : {1U, 2U})
        monde.inscrire(monde.dossier.essms[rang].finess_et.text(), "500", "31");
    monde.appel.region.reset();
    monde.examiner();
    CHECK(monde.resultat.guichet->financeur == "ARS Nouvelle-Aquitaine");
    monde.inscrire(monde.dossier.essms[0].finess_et.text(), "500", "31");
    monde.inscrire(monde.dossier.essms[2].finess_et.text(), "500", "33");
    monde.examiner();
    CHECK(monde.resultat.guichet->financeur == "ARS Occitanie");
}

TEST_CASE("nobody in the call's region: the ARS appreciates, nobody is excluded") {
    const auto monde = reparti({.essms = 15}, 15, "31");
    CHECK(monde.resultat.comptes.size() == 15);
    CHECK(monde.issue(RegleId::desk_02) == Issue::a_apprecier);
    CHECK(monde.resultat.guichet->financeur == "ARS Occitanie");
}

TEST_CASE("a department other than the register's is used and appreciated") {
    Monde monde{dossier_json({.essms = 2, .plus = R"("departement": "31")"})};
    monde.examiner();
    const auto constats = monde.constats(RegleId::desk_01);
    REQUIRE(constats.size() == 3);
    CHECK(constats[1].issue == Issue::a_apprecier);
    CHECK(monde.resultat.guichet->regions == std::vector<std::string>{"76"});
}

TEST_CASE("a window holds its first instant and not its last") {
    struct {
        const char* depose_le;
        int ailleurs;
        bool a_temps;
        const char* fenetre;
        Issue issue;
        RegleId regle;
    } const cas[] = {
        {"2024-01-14T23:59:59+01:00", 0, false, "1", Issue::non_conforme, RegleId::cal_02},
        {"2024-01-15T00:00:00+01:00", 0, true, "1", Issue::conforme, RegleId::cal_02},
        {"2024-05-24T23:59:59+02:00", 0, true, "1", Issue::conforme, RegleId::cal_02},
        {"2024-05-25T00:00:00+02:00", 0, true, "2", Issue::conforme, RegleId::cal_02},
        {"2024-09-15T23:59:59+02:00", 0, true, "2", Issue::conforme, RegleId::cal_02},
        {"2024-09-15T22:00:00Z", 0, false, "2", Issue::non_conforme, RegleId::cal_02},
        {"2024-05-24T23:59:59+02:00", 1, true, "multirégionale", Issue::conforme, RegleId::cal_03},
        {"2024-05-25T00:00:00+02:00", 1, false, "multirégionale", Issue::non_conforme,
         RegleId::cal_03}};
    for (const auto& c : cas) {
        CAPTURE(c.depose_le);
        const auto monde = reparti({.essms = 15, .depose_le = c.depose_le}, c.ailleurs, "31");
        REQUIRE(monde.resultat.fenetre);
        CHECK(monde.resultat.fenetre->fenetre->id == c.fenetre);
        CHECK(monde.resultat.fenetre->a_temps == c.a_temps);
        CHECK(monde.resultat.bloque == !c.a_temps);
        CHECK(monde.issue(c.regle) == c.issue);
    }
}

TEST_CASE("a tolerated early deposit is in time, with an alert") {
    Monde monde{dossier_json({.depose_le = "2024-01-10T12:00:00+01:00"})};
    (*monde.appel.fenetres.valeur)[0].tolere_des =
        *core::Instant::parse("2024-01-08T00:00:00+01:00");
    monde.examiner();
    CHECK(monde.resultat.fenetre->a_temps);
    CHECK(monde.issue(RegleId::cal_02) == Issue::alerte);
    CHECK(!monde.resultat.bloque);
}

TEST_CASE("a call whose dates depend on the kind of dossier asks for it") {
    Monde monde{dossier_json({})};
    monde.dossier.nature = {};
    (*monde.appel.fenetres.valeur)[1].natures = {programme::Nature::redepose};
    monde.examiner();
    const auto constats = monde.constats(RegleId::cal_02);
    REQUIRE(constats.size() == 2);
    CHECK(constats[1].issue == Issue::manque);
}

}  // namespace grappe::recevabilite::tests
