// Facts are stored and read back as they were, on both engines, and stay as they were written.
#include "dui/magasin/faits_repository.hpp"

#include <doctest/doctest.h>

#include "storage/test_bases.hpp"

namespace grappe::magasin {

using magasin::Moment;
using magasin::Version;

namespace {

Version version(std::int64_t numero, std::string id, std::int64_t rang) {
    return {.numero = numero,
            .version = rang,
            .enregistrement = 1,
            .fait = {.id = std::move(id),
                     .type = fait::Type::evenement,
                     .finess_et = core::Finess::parse("330000001").value(),
                     .personnes = {"p1", "p \"2\"\tà l'été"},
                     .debut = -1,
                     .fin = 1'722'500'000,
                     .etat = fait::Etat::annule,
                     .reste = "{\"a\":\"\\\\n\"}"}};
}

core::Result<void> ecrire(storage::Base& base, const std::vector<Version>& versions) {
    return base.write([&](storage::Writer& db) -> core::Result<void> {
        magasin::ajouter(db, versions);
        return {};
    });
}

}  // namespace

TEST_CASE("a version comes back as it was stored") {
    storage::on_every_dui([](storage::Base& base) {
        auto sans_fin = version(2, "e2", 1);
        sans_fin.fait.type = fait::Type::sejour;
        sans_fin.fait.etat = fait::Etat::domicile;
        sans_fin.fait.personnes = {};
        sans_fin.fait.fin.reset();
        sans_fin.fait.reste.clear();
        REQUIRE(ecrire(base, {version(1, "e1", 1), sans_fin, version(3, "e1", 2)}));
        std::vector<Version> lues;
        base.read([&](storage::Reader& db) {
            magasin::versions_entre(db, 1, 3,
                                    [&](Version&& une) { lues.push_back(std::move(une)); });
            magasin::versions_entre(db, 0, 0, [&](Version&&) { FAIL("nothing was asked"); });
        });
        REQUIRE(lues.size() == 2);
        CHECK(lues[0].fait == sans_fin.fait);
        CHECK(lues[1].fait == version(3, "e1", 2).fait);
        CHECK(lues[1].version == 2);
    });
}

TEST_CASE("versions are found by their ids, however many are asked") {
    storage::on_every_dui([](storage::Base& base) {
        std::vector<Version> versions;
        for (int n = 0; n < 600; ++n)
            versions.push_back(version(n + 1, "e" + std::to_string(n), 1));
        REQUIRE(ecrire(base, versions));
        std::vector<std::string> ids;
        for (int n = 0; n < 1'200; n += 2) ids.push_back("e" + std::to_string(n));
        const std::vector<std::string_view> vues{ids.begin(), ids.end()};
        int trouvees = 0;
        base.read([&](storage::Reader& db) {
            magasin::versions_de(db, vues, [&](Version&&) { ++trouvees; });
            magasin::versions_de(db, {}, [&](Version&&) { ++trouvees; });
        });
        CHECK(trouvees == 300);
    });
}

TEST_CASE("a replaced version is told with the act that replaced it") {
    storage::on_every_dui([](storage::Base& base) {
        auto deuxieme = version(2, "e1", 2);
        deuxieme.enregistrement = 7;
        REQUIRE(ecrire(base, {version(1, "e1", 1), deuxieme}));
        std::vector<std::pair<std::int64_t, std::int64_t>> lues;
        const auto lire_apres = [&](std::int64_t numero) {
            lues.clear();
            base.read([&](storage::Reader& db) {
                magasin::remplacees_apres(db, numero, [&](magasin::Remplacee une) {
                    lues.emplace_back(une.numero, une.par_l_enregistrement);
                });
            });
        };
        lire_apres(0);
        CHECK(lues == std::vector<std::pair<std::int64_t, std::int64_t>>{{1, 7}});
        lire_apres(2);
        CHECK(lues.empty());
    });
}

TEST_CASE("what was recorded cannot be changed, removed or said twice") {
    storage::on_every_dui([](storage::Base& base) {
        REQUIRE(ecrire(base, {version(1, "e1", 1)}));
        REQUIRE(base.write([](storage::Writer& db) -> core::Result<void> {
            magasin::ajouter_acte(
                db,
                {.enregistrement = {1, Moment{5}}, .auteur = "a", .origine = "import", .faits = 1});
            return {};
        }));
        for (const auto* ordre :
             {"UPDATE fait SET etat = ''", "DELETE FROM fait",
              "UPDATE enregistrement SET connu_le = ''", "DELETE FROM enregistrement"})
            CHECK_THROWS_AS((void)base.write([&](storage::Writer& db) -> core::Result<void> {
                db.script(ordre);
                return {};
            }),
                            storage::Failure);
        CHECK_THROWS_AS((void)ecrire(base, {version(9, "e1", 1)}), storage::Failure);
    });
}

TEST_CASE("moments keep their microseconds, in the order of their texts") {
    for (const auto* texte : {"1969-12-31T23:59:59.999999Z", "1970-01-01T00:00:00.000000Z",
                              "2024-08-01T10:00:00.000001Z"})
        CHECK(Moment::parse(texte)->text() == texte);
    CHECK(Moment::parse("2024-08-01T10:00:00Z")->text() == "2024-08-01T10:00:00.000000Z");
    CHECK(Moment::parse("2024-08-01T10:00:00.5Z")->text() == "2024-08-01T10:00:00.500000Z");
    CHECK(Moment::parse("2024-08-01T10:00:00.1234567Z")->text() == "2024-08-01T10:00:00.123456Z");
    CHECK_FALSE(Moment::parse("2024-08-01"));
}

}  // namespace grappe::magasin
