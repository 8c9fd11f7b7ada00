// Plannings: what a phase must say, and that nobody overwrites anybody.
#include "portail/documents/planning.hpp"

#include <doctest/doctest.h>

#include "portail/documents/monde_pour_tests.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "storage/test_bases.hpp"

namespace grappe::documents {
namespace {

using storage::Base, storage::Reader, storage::Writer;

const access::Acteur porteur{.compte = "c1", .role = access::Role::porteur, .region = {}};
const access::Acteur voisin{.compte = "c2", .role = access::Role::porteur, .region = {}};

teleservice::Demandeur qui(const access::Acteur& acteur) {
    return {.acteur = acteur, .maintenant = tests::instant("2024-03-01T12:00:00Z")};
}

void preparer(Base& base) {
    REQUIRE(base.write([](Writer& db) -> core::Result<void> {
        tests::ajouter_comptes(db);
        teleservice::ajouter(db, tests::dossier(), "{}");
        return {};
    }));
}

std::string refus_de(const char* json) { return lire_phases(json).error().code; }

}  // namespace

TEST_CASE("a phase has a part, a name, and two dates in order or none") {
    CHECK(lire_phases(R"({"phases": []})").value().empty());
    CHECK(lire_phases(R"({"phases": [{"volet": "projet", "libelle": "Cadrage"}]})")
              .value()
              .front()
              .libelle == "Cadrage");
    CHECK(refus_de("[]") == "planning.json");
    CHECK(refus_de(R"({"phases": [{"volet": "autre", "libelle": "x"}]})") == "planning.volet");
    CHECK(refus_de(R"({"phases": [{"volet": "projet", "libelle": ""}]})") == "planning.libelle");
    CHECK(refus_de(R"({"phases": [{"volet": "projet", "libelle": "x", "debut": "2024-02-30",
                      "fin": "2024-03-01"}]})") == "planning.date");
    CHECK(refus_de(R"({"phases": [{"volet": "projet", "libelle": "x", "debut": "2024-02-01"}]})") ==
          "planning.date");
    CHECK(refus_de(R"({"phases": [{"volet": "projet", "libelle": "x", "debut": "2024-02-02",
                      "fin": "2024-02-01"}]})") == "planning.ordre");
    CHECK(refus_de(R"({"phases": [{"volet": "projet", "libelle": "x", "debut": "1000-01-01",
                      "fin": "9999-12-31"}]})") == "planning.date");
}

TEST_CASE("the phases proposed have no date: they are nobody's") {
    CHECK(tests::modeles().phases.size() > 10);
    for (const auto& phase : tests::modeles().phases) CHECK_FALSE(phase.debut.has_value());
    CHECK(lire_phases_proposees("projet ; x").error().code == "planning.phases");
}

TEST_CASE("a planning is kept, and a stale write is refused") {
    storage::on_every_portail([](Base& base) {
        preparer(base);
        const auto ecrit = [&](const access::Acteur& acteur, int version) {
            return base.write([&](Writer& db) {
                return ecrire_planning(
                    db, qui(acteur),
                    {.dossier = "d1",
                     .version = version,
                     .phases = {{.volet = Volet::conduite,
                                 .libelle = "Formation",
                                 .debut = core::Date::parse("2024-09-01").value(),
                                 .fin = core::Date::parse("2024-09-01").value()}}});
            });
        };
        const auto lu = [&](const access::Acteur& acteur) {
            return base.read([&](Reader& db) {
                return planning_du_dossier(db, qui(acteur), "d1", tests::modeles().phases);
            });
        };
        CHECK(lu(porteur).value().version == 0);
        CHECK(lu(voisin).error().code == "dossier.inconnu");
        CHECK(ecrit(voisin, 0).error().code == "dossier.inconnu");
        CHECK(ecrit(porteur, 3).error().code == "planning.version_perimee");
        CHECK(ecrit(porteur, 0).value().version == 1);
        CHECK(ecrit(porteur, 0).error().code == "planning.version_perimee");
        CHECK(ecrit(porteur, 1).value().version == 2);
        CHECK(lu(porteur).value().phases.size() == 1);
        CHECK(lu(porteur).value().phases.front().fin->text() == "2024-09-01");
    });
}

}  // namespace grappe::documents
