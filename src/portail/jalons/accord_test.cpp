// What is read of an agreement and of the dossier that it came from.
#include "portail/jalons/accord.hpp"

#include <doctest/doctest.h>

#include "portail/jalons/cas_pour_tests.hpp"

namespace grappe::jalons {
namespace {

using convention::Convention, convention::Mode, convention::Partie;

core::Instant a(const char* instant) { return core::Instant::parse(instant).value(); }

teleservice::Depot depot(programme::Niveau niveau = programme::Niveau::regional) {
    return {.dossier = "d",
            .rang = 1,
            .numero = "NA-2024-AAAA",
            .version = 2,
            .depose_par = "c",
            .depose_le = a("2024-05-01T10:00:00Z"),
            .niveau = niveau,
            .financeur = "ARS",
            .regles = "sha256:0",
            .empreinte = "e",
            .recepisse = "{}"};
}

Convention signee(const char* porteur, const char* ars, const std::string& secteur = "PH") {
    Convention convention{.id = "v",
                          .dossier = "d",
                          .depot = 1,
                          .regles = "sha256:0",
                          .forme = convention::Forme::ad_hoc,
                          .accorde = {},
                          .avance = {},
                          .empreinte = "e",
                          .version = 3,
                          .preparee_par = "c",
                          .preparee_le = a("2024-06-01T10:00:00Z")};
    convention.accorde.lignes = {{.finess_et = "240000224", .secteur = secteur},
                                 {.finess_et = "240000225", .secteur = secteur}};
    convention.signatures = {{Partie::porteur, Mode::electronique, "e", "c", a(porteur)},
                             {Partie::ars, Mode::electronique, "e", "i", a(ars)}};
    return convention;
}

constexpr const char* ecrit = R"({"essms": [
    {"finess_et": "240000224", "regime": "acquisition"},
    {"finess_et": "240000225", "regime": "montee_de_version"}],
    "solution": {"referencee_le": "2024-05-01", "debut_parametrage_le": "2024-09-01"}})";

Accord lu(const Convention& convention, const std::string& texte,
          const std::vector<convention::Versement>& versements = {},
          const std::vector<convention::Changement>& changements = {}) {
    return accord_de({convention, versements, tests::appel_livre("NA-2024"), depot(),
                      dossier::TexteLu{texte}, changements});
}

}  // namespace

TEST_CASE("days are those of the call: a signature late on 31 December is of the next year") {
    const auto tard = signee("2024-12-30T10:00:00Z", "2024-12-31T23:30:00Z");
    const auto accord = lu(tard, ecrit);
    CHECK(accord.signee_le->text() == "2025-01-01");
    const auto suivi = calculer(accord, {}, accord.signee_le->plus_days(1));
    CHECK(suivi.jalon(Genre::demande_de_solde).terme->text() == "2029-12-31");
    const auto juste = signee("2024-12-30T10:00:00Z", "2024-12-31T22:59:59Z");
    CHECK(lu(juste, ecrit).signee_le->text() == "2024-12-31");
}

TEST_CASE("the regime of each establishment is the dossier's; what it does not say is unknown") {
    const auto convention = signee("2024-06-10T10:00:00Z", "2024-06-12T10:00:00Z");
    const auto accord = lu(convention, ecrit);
    CHECK(accord.essms[0].regime == programme::Regime::acquisition);
    CHECK(accord.essms[1].regime == programme::Regime::montee_de_version);
    CHECK(accord.parametrage_prevu_le->text() == "2024-09-01");
    for (const char* texte : {"{}", "pas du JSON", R"({"essms": 3, "solution": null})"}) {
        const auto rien = lu(convention, texte);
        CHECK(rien.essms.size() == 2);
        CHECK(!rien.essms[0].regime);
        CHECK(!rien.parametrage_prevu_le);
        CHECK(rien.reference == Reference::exigee);
    }
}

TEST_CASE(
    "an amendment says the regime of who joins, corrects that of who is there, fixes an end") {
    auto convention = signee("2024-06-10T10:00:00Z", "2024-06-12T10:00:00Z");
    convention.accorde.lignes.push_back({.finess_et = "240000232", .secteur = "PH"});
    convention.fin_deploiement = core::Date::parse("2026-03-31").value();
    using Changement = convention::GenreDeChangement;
    const auto accord = lu(convention, ecrit, {},
                           {{Changement::ajout, "240000232", "acquisition"},
                            {Changement::regime, "240000225", "acquisition"},
                            {Changement::heures_total, "240000224", "12.00"}});
    REQUIRE(accord.essms.size() == 3);
    for (const auto& un : accord.essms) CHECK(un.regime == programme::Regime::acquisition);
    CHECK(accord.fin_convenue->text() == "2026-03-31");
}

TEST_CASE("referenced on the day of the deposit is acquired, the next day is not") {
    const auto convention = signee("2024-06-10T10:00:00Z", "2024-06-12T10:00:00Z");
    CHECK(lu(convention, ecrit).reference == Reference::acquise);
    CHECK(lu(convention, R"({"solution": {"referencee_le": "2024-05-02"}})").reference ==
          Reference::exigee);
}

TEST_CASE("only sectors without the obligation dispense, an unknown one does not") {
    const auto seuls = signee("2024-06-10T10:00:00Z", "2024-06-12T10:00:00Z", "AHI");
    CHECK(lu(seuls, "{}").reference == Reference::dispensee);
    const auto inconnu = signee("2024-06-10T10:00:00Z", "2024-06-12T10:00:00Z", "");
    CHECK(lu(inconnu, "{}").reference == Reference::exigee);
}

TEST_CASE("the advance counts once validated, the balance once asked for and not rejected") {
    const auto convention = signee("2024-06-10T10:00:00Z", "2024-06-12T10:00:00Z");
    convention::Versement avance{.id = "a",
                                 .dossier = "d",
                                 .convention = "v",
                                 .objet = convention::Objet::avance,
                                 .rang = 1,
                                 .montant = {},
                                 .a_recouvrer = {},
                                 .demande_par = "i",
                                 .demande_le = a("2024-07-01T10:00:00Z")};
    auto solde = avance;
    solde.objet = convention::Objet::solde;
    CHECK(!lu(convention, ecrit, {avance}).avance_le);
    CHECK(lu(convention, ecrit, {avance, solde}).solde_demande_le->text() == "2024-07-01");
    avance.decision = convention::Decision::valide;
    avance.decide_le = a("2024-07-03T10:00:00Z");
    CHECK(lu(convention, ecrit, {avance}).avance_le->text() == "2024-07-03");
    solde.decision = convention::Decision::rejete;
    CHECK(!lu(convention, ecrit, {solde}).solde_demande_le);
}

}  // namespace grappe::jalons
