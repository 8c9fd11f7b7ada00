// The rows that counters are made of, on every engine: read once, then followed; and held.
#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "portail/compteurs/compteurs_tenus.hpp"
#include "portail/compteurs/releve_repository.hpp"
#include "portail/teleservice/monde_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::compteurs {
namespace {

namespace fs = std::filesystem;
namespace monde = teleservice::tests;
using storage::Base, storage::Reader, storage::Writer;

// One agreement that both have signed and paid half, one that one party has, one withdrawn.
constexpr const char* lignes = R"(
INSERT INTO dossier VALUES ('d1', 'porteur-1', 'NA-2024', 'en_cours', 1, '', '', '75');
INSERT INTO dossier VALUES ('d2', 'porteur-1', 'NA-2024', 'notifie', 1, '', '', '75');
INSERT INTO dossier VALUES ('d3', 'porteur-2', 'NA-2024', 'retire', 1, '', '', '94');
INSERT INTO fiche
    VALUES ('d1', '75', 'en_cours', 'NA-2024', '', '', '', '', 2, 30000, '', '', NULL, NULL, 1);
INSERT INTO fiche
    VALUES ('d2', '75', 'notifie', 'NA-2024', '', '', '', '', 1, NULL, '', '', NULL, NULL, 1);
INSERT INTO fiche
    VALUES ('d3', '94', 'retire', 'NA-2024', '', '', '', '', 1, 9, '', '', NULL, NULL, 1);
INSERT INTO convention VALUES ('c1', 'd1', 1, '', 'ad_hoc', 15000, NULL, '', 3, 'porteur-1', '');
INSERT INTO convention VALUES ('c2', 'd2', 1, '', 'ad_hoc', 1, NULL, '', 2, 'porteur-1', '');
INSERT INTO convention VALUES ('c3', 'd3', 1, '', 'ad_hoc', 1, NULL, '', 3, 'porteur-1', '');
INSERT INTO convention_ligne VALUES ('c1', 1, '330000019', 'PH', NULL, 7000, 14000, 0, 0, NULL);
INSERT INTO convention_ligne VALUES ('c1', 2, '330000027', '', NULL, 5000, 0, 3000, 1000, NULL);
INSERT INTO convention_ligne VALUES ('c2', 1, '330000035', 'PA', NULL, 1, 0, 0, 0, NULL);
INSERT INTO convention_ligne VALUES ('c3', 1, '330000043', 'PA', NULL, 1, 0, 0, 0, NULL);
INSERT INTO convention_signature
    VALUES ('c1', 'porteur', 'papier', '', 'porteur-1', '2024-07-01T09:00:00Z');
INSERT INTO convention_signature
    VALUES ('c1', 'ars', 'papier', '', 'porteur-2', '2024-07-02T09:00:00Z');
INSERT INTO convention_signature
    VALUES ('c2', 'porteur', 'papier', '', 'porteur-1', '2024-07-01T09:00:00Z');
INSERT INTO convention_signature
    VALUES ('c3', 'porteur', 'papier', '', 'porteur-1', '2024-07-01T09:00:00Z');
INSERT INTO convention_signature
    VALUES ('c3', 'ars', 'papier', '', 'porteur-2', '2024-07-01T09:00:00Z');
INSERT INTO versement VALUES ('v1', 'd1', 'c1', 'avance', 1, 15000, 0, NULL, '', 'porteur-1', '');
INSERT INTO versement VALUES ('v2', 'd1', 'c1', 'solde', 1, 15000, 0, NULL, '', 'porteur-1', '');
INSERT INTO versement VALUES ('v3', 'd1', 'c1', 'solde', 2, 15000, 0, NULL, '', 'porteur-1', '');
INSERT INTO versement_decision VALUES ('v1', 'valide', 'porteur-2', '');
INSERT INTO versement_decision VALUES ('v2', 'rejete', 'porteur-2', '');
INSERT INTO mouvement
    VALUES (1, 'reserver', 'NA-2024', '75', 'disponible', 'NA-2024', '75', 'reserve', 'd1',
        30000, '', '', '');
INSERT INTO mouvement
    VALUES (2, 'engager', 'NA-2024', '75', 'reserve', 'NA-2024', '75', 'engage', 'd1', 30000, '',
        '', '');
INSERT INTO mouvement
    VALUES (3, 'reserver', 'NA-2024', '75', 'disponible', 'NA-2024', '75', 'reserve', 'd2', 100,
        '', '', '');
INSERT INTO mouvement
    VALUES (4, 'recouvrer', 'NA-2024', '75', 'verse', 'NA-2024', '75', 'disponible', 'd1', 40,
        '', '', '');
)";

std::string rapport(int numero, const std::string& nature, const std::string& au, int actifs) {
    const auto id = "r" + std::to_string(numero), nombre = std::to_string(numero);
    return "INSERT INTO usage_fichier VALUES ('" + id + "', 0, '');" +
           "INSERT INTO usage_rapport VALUES ('" + id + "', " + nombre +
           ", 'porteur-1', '2024-10-05T09:00:00Z', '" + nature + "', '" + id +
           "', '', '2024-06-01', '" + au +
           "', NULL, 'fenetre', 0, '', '', '', 'usage-1', '', '');" +
           "INSERT INTO usage_ligne VALUES ('" + id + "', '330000019', 'd1', 0);" +
           "INSERT INTO usage_mesure VALUES ('" + id + "', '330000019', 'dossiers_actifs', " +
           std::to_string(actifs) + ", 90);" + "INSERT INTO usage_mesure VALUES ('" + id +
           "', '330000019', 'dmp', 1, 90);";
}

// Proofs of one draw of that report, as they were found.
std::string preuves(int numero, int rang, const std::string& issue) {
    const auto n = std::to_string(numero), r = std::to_string(rang), fichier = "p" + n + "-" + r;
    const auto tirage = rang > 1 ? std::string{}
                                 : "INSERT INTO usage_tirage VALUES ('t" + n + "', 'r" + n +
                                       "', 1, 'c0ffee', 1, '', 'porteur-1', '');";
    return tirage + "INSERT INTO usage_fichier VALUES ('" + fichier + "', 0, '');" +
           "INSERT INTO usage_preuves VALUES ('t" + n + "', " + r + ", '" + fichier +
           "', 'porteur-1', '', 1, '" + issue + "', '');";
}

void ecrire(Base& base, const std::string& ordres) {
    REQUIRE(base.write([&](Writer& db) -> core::Result<void> {
        db.script(ordres);
        return {};
    }));
}

void planter(Base& base) {
    REQUIRE(base.write([](Writer& db) -> core::Result<void> {
        monde::ajouter_comptes(db);
        db.script(lignes);
        return {};
    }));
}

}  // namespace

TEST_CASE("agreements of both parties, payments of two people, sums of the ledger") {
    storage::on_every_portail([](Base& base) {
        planter(base);
        const auto releve = base.read([](Reader& db) { return lire_le_releve(db); });
        REQUIRE(releve.conventions.size() == 1);
        const auto& convention = releve.conventions[0];
        CHECK(convention.dossier == "d1");
        CHECK(convention.guichet == "75");
        CHECK(convention.signee_le.utc_text() == "2024-07-02T09:00:00Z");
        REQUIRE(convention.lignes.size() == 2);
        CHECK(convention.lignes[0].montant.in_cents() == 21'000);
        CHECK(convention.lignes[1].montant.in_cents() == 9'000);
        CHECK(convention.lignes[1].secteur.empty());
        REQUIRE(convention.verse);
        CHECK(convention.verse->in_cents() == 15'000);
        CHECK(releve.deposes.size() == 2);
        CHECK(releve.reserve.montant.in_cents() == 100);
        CHECK(releve.reserve.dossiers == 1);
        CHECK(releve.recouvre.montant.in_cents() == 40);
    });
}

TEST_CASE("reports are followed from the last one that was read") {
    storage::on_every_portail([](Base& base) {
        planter(base);
        Mesures mesures;
        const auto suivre_encore = [&] {
            base.read([&](Reader& db) {
                suivre(db, mesures);
                return 0;
            });
        };
        suivre_encore();
        CHECK(mesures.trouver("d1", "330000019") == nullptr);
        ecrire(base,
               rapport(1, "signe", "2024-09-30", 40) + rapport(2, "declare", "2024-10-01", 80));
        suivre_encore();
        CHECK(mesures.dernier_numero() == 2);
        ecrire(base, rapport(3, "signe", "2024-06-30", 10));
        suivre_encore();
        const auto* dernieres = mesures.trouver("d1", "330000019");
        REQUIRE(dernieres);
        CHECK(dernieres->signee->actifs == 40);
        CHECK(dernieres->signee->regle == "usage-1");
        CHECK(dernieres->declaree->actifs == 80);
    });
}

TEST_CASE("a report whose last proofs are refused counts for nothing until right ones come") {
    storage::on_every_portail([](Base& base) {
        planter(base);
        const auto actifs = [&] {
            Mesures mesures;
            base.read([&](Reader& db) {
                suivre(db, mesures);
                return 0;
            });
            const auto* dernieres = mesures.trouver("d1", "330000019");
            return dernieres && dernieres->signee ? dernieres->signee->actifs : -1;
        };
        ecrire(base, rapport(1, "signe", "2024-06-30", 10) + rapport(2, "signe", "2024-09-30", 40));
        CHECK(actifs() == 40);
        ecrire(base, preuves(2, 1, "refusees"));
        CHECK(actifs() == 10);
        ecrire(base, preuves(2, 2, "justes"));
        CHECK(actifs() == 40);
        ecrire(base, preuves(2, 3, "refusees") + preuves(1, 1, "justes"));
        CHECK(actifs() == 10);
    });
}

TEST_CASE("the print of the rows moves with each of them") {
    storage::on_every_portail([](Base& base) {
        planter(base);
        const auto lue = [&] { return base.read([](Reader& db) { return empreinte(db); }); };
        auto avant = lue();
        CHECK(lue() == avant);
        for (const std::string& ordre :
             {rapport(9, "signe", "2024-09-30", 1),
              std::string{"INSERT INTO convention_signature VALUES ('c2', 'ars', 'papier', '', "
                          "'porteur-2', '2024-07-05T09:00:00Z')"},
              std::string{
                  "INSERT INTO versement_decision VALUES ('v3', 'valide', 'porteur-2', '')"},
              preuves(9, 1, "refusees"),
              std::string{"UPDATE fiche_version SET version = version + 1"},
              std::string{"INSERT INTO mouvement VALUES (5, 'liberer', 'NA-2024', '75', 'reserve', "
                          "'NA-2024', '75', 'disponible', 'd2', 100, '', '', '')"}}) {
            ecrire(base, ordre);
            CHECK_FALSE(lue() == avant);
            avant = lue();
        }
    });
}

TEST_CASE("what is held follows the rows, whoever asks, and many may ask at once") {
    const auto dossier =
        fs::temp_directory_path() / ("grappe-compteurs-" + std::to_string(getpid()));
    fs::create_directories(dossier);
    {
        auto bassin = storage::Pool::open("sqlite:" + (dossier / "base.sqlite").string(),
                                          storage::Access::read_write)
                          .value();
        bassin->with([](Base& base) {
            const auto migrations =
                storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/portail").value();
            REQUIRE(storage::migrate(base, migrations));
            planter(base);
        });
        CompteursTenus tenus{
            *bassin, Cibles{.version = "", .dui_actifs = {}, .etablissements = {}, .seuil = 1},
            [](std::string_view) { return std::string{"75"}; }, monde::midi};
        const auto premier = tenus.a_jour();
        CHECK(premier->compteurs->national.at(Compteur::etablissements).valeur == 2);
        CHECK(premier->compteurs->national.count(Compteur::dui_verifies) == 0);
        CHECK(tenus.a_jour() == premier);  // within the second
        bassin->with([](Base& base) { ecrire(base, rapport(1, "signe", "2024-09-30", 40)); });
        std::this_thread::sleep_for(std::chrono::milliseconds{1100});
        std::vector<std::thread> fils;
        std::atomic<int> justes{0};
        for (int fil = 0; fil < 8; ++fil)
            fils.emplace_back([&] { justes += tenus.a_jour() != nullptr; });
        for (auto& fil : fils) fil.join();
        CHECK(justes == 8);
        CHECK(tenus.a_jour()->compteurs->national.at(Compteur::dui_verifies).valeur == 40);
        bassin->with([](Base& base) { ecrire(base, preuves(1, 1, "refusees")); });
        std::this_thread::sleep_for(std::chrono::milliseconds{1100});
        CHECK(tenus.a_jour()->compteurs->national.count(Compteur::dui_verifies) == 0);
        bassin->with([](Base& base) { ecrire(base, preuves(1, 2, "justes")); });
        std::this_thread::sleep_for(std::chrono::milliseconds{1100});
        CHECK(tenus.a_jour()->compteurs->national.at(Compteur::dui_verifies).valeur == 40);
        std::this_thread::sleep_for(std::chrono::milliseconds{1100});
        const auto suivants = tenus.a_jour();
        CHECK(suivants->compteurs ==
              tenus.a_jour()->compteurs);  // nothing moved: not counted again
        RenduTenu rendu;
        int faits = 0;
        const auto rendre = [&] { return std::to_string(++faits); };
        CHECK(rendu.de(suivants, rendre) == rendu.de(suivants, rendre));
    }
    fs::remove_all(dossier);
}

}  // namespace grappe::compteurs
