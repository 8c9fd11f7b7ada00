// Reminders and calendars: which is due, sent once each, and the text of the feed.
#include "portail/teleservice/rappel.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "courrier/boite.hpp"
#include "portail/teleservice/brouillon.hpp"
#include "portail/teleservice/calendrier.hpp"
#include "portail/teleservice/monde_pour_tests.hpp"
#include "portail/teleservice/rappel_repository.hpp"
#include "secret/hasard.hpp"
#include "storage/test_bases.hpp"

namespace grappe::teleservice {
namespace {

using storage::Base, storage::Reader, storage::Writer;

std::optional<int> du(const char* maintenant, const Jours& jours) {
    return rappel_du(tests::instant("2024-05-24T22:00:00Z"), tests::instant(maintenant), jours);
}

std::size_t plis(Base& base) {
    return base.read([](Reader& db) {
        return courrier::a_envoyer(db, tests::instant("2030-01-01T00:00:00Z"), 100).size();
    });
}

std::string un_brouillon(Base& base) {
    const Demandeur qui{.acteur = tests::porteur(), .maintenant = tests::midi()};
    const auto id =
        base.write([&](Writer& db) { return creer(db, qui, "NA-2024", tests::appels()); })
            .value()
            .id;
    REQUIRE(base.write([&](Writer& db) {
        return ecrire(db, qui,
                      {.dossier = id, .version = 1, .contenu = tests::contenu_de({.essms = 15})},
                      tests::moyens_d_ecriture());
    }));
    return id;
}

void avec_un_brouillon(const std::function<void(Base&, const std::string&)>& essai) {
    storage::on_every_portail([&](Base& base) {
        (void)base.write([](Writer& db) -> core::Result<void> {
            tests::ajouter_comptes(db);
            return {};
        });
        essai(base, un_brouillon(base));
    });
}

int envoyes(Base& base, const char* maintenant) {
    return envoyer_les_rappels(base, tests::moyens_d_ecriture(), tests::instant(maintenant));
}

}  // namespace

TEST_CASE("a reminder is due from its day to the closing, and the last one hides those before") {
    CHECK_FALSE(du("2024-05-10T21:59:59Z", {14, 3, 1}));
    CHECK(du("2024-05-10T22:00:00Z", {14, 3, 1}) == 14);
    CHECK(du("2024-05-21T21:59:59Z", {14, 3, 1}) == 14);
    CHECK(du("2024-05-21T22:00:00Z", {14, 3, 1}) == 3);
    CHECK(du("2024-05-23T22:00:00Z", {1, 3, 14}) == 1);
    CHECK(du("2024-05-24T21:59:59Z", {14, 3, 1}) == 1);
    CHECK_FALSE(du("2024-05-24T22:00:00Z", {14, 3, 1}));
    CHECK_FALSE(du("2024-05-24T12:00:00Z", {}));
}

TEST_CASE("days are read in any order, and what is none is refused") {
    CHECK(lire_les_jours("1,14,3,3").value() == Jours{14, 3, 1});
    CHECK(lire_les_jours("").value().empty());
    for (const auto* texte : {"0", "61", "a", "1;2", "-1", " 3", "3,,1"}) {
        CAPTURE(texte);
        CHECK_FALSE(lire_les_jours(texte));
    }
    CHECK(ecrire_les_jours({14, 3}) == "14,3");
}

TEST_CASE("each reminder of a draft is sent once, and none after its deposit's window") {
    avec_un_brouillon([](Base& base, const std::string&) {
        CHECK(envoyes(base, "2024-05-01T12:00:00Z") == 0);
        CHECK(envoyes(base, "2024-05-11T12:00:00Z") == 1);
        CHECK(envoyes(base, "2024-05-12T12:00:00Z") == 0);
        CHECK(envoyes(base, "2024-05-22T12:00:00Z") == 1);
        CHECK(envoyes(base, "2024-05-24T12:00:00Z") == 1);
        CHECK(envoyes(base, "2024-05-24T21:59:00Z") == 0);
        CHECK(envoyes(base, "2024-05-24T22:00:00Z") == 0);
        CHECK(plis(base) == 3);
    });
}

TEST_CASE("a round that has nothing to send does not wait for who writes") {
    const auto chemin = std::filesystem::temp_directory_path() /
                        ("grappe-rappels-" + std::string{secret::identifiant()});
    const auto ouvrir = [&] {
        return Base::open("sqlite:" + chemin.string(), storage::Access::read_write).value();
    };
    auto base = ouvrir(), autre = ouvrir();
    const auto migrations = storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/portail");
    REQUIRE(storage::migrate(base, migrations.value()));
    (void)base.write([](Writer& db) -> core::Result<void> {
        tests::ajouter_comptes(db);
        return {};
    });
    (void)un_brouillon(base);
    CHECK(envoyes(base, "2024-05-11T12:00:00Z") == 1);
    autre.connection().begin_write();
    CHECK(envoyes(base, "2024-05-12T12:00:00Z") == 0);
    autre.connection().rollback();
    for (const auto* suite : {"", "-wal", "-shm"}) std::filesystem::remove(chemin.string() + suite);
}

TEST_CASE("an account that wants no reminder gets none") {
    avec_un_brouillon([](Base& base, const std::string&) {
        REQUIRE(base.write([](Writer& db) -> core::Result<bool> {
            choisir_les_jours(db, {.acteur = tests::porteur(), .maintenant = tests::midi()}, {});
            return true;
        }));
        CHECK(envoyes(base, "2024-05-24T12:00:00Z") == 0);
        REQUIRE(base.write([](Writer& db) -> core::Result<bool> {
            choisir_les_jours(db, {.acteur = tests::porteur(), .maintenant = tests::midi()}, {7});
            return true;
        }));
        CHECK(envoyes(base, "2024-05-24T12:00:00Z") == 1);
    });
}

TEST_CASE("a withdrawn draft is not recalled") {
    avec_un_brouillon([](Base& base, const std::string& id) {
        REQUIRE(base.write([&](Writer& db) {
            return retirer(db, {.acteur = tests::porteur(), .maintenant = tests::midi()},
                           {.dossier = id, .motif = ""});
        }));
        CHECK(envoyes(base, "2024-05-24T12:00:00Z") == 0);
    });
}

TEST_CASE("the address of a calendar is known by its digest, and ends with the next one") {
    avec_un_brouillon([](Base& base, const std::string&) {
        const auto nouvelle = [&] {
            return base
                .write([](Writer& db) -> core::Result<std::string> {
                    return nouvelle_adresse(db, "porteur-1", tests::midi());
                })
                .value();
        };
        const auto compte = [&](const std::string& jeton) {
            return base.read([&](Reader& db) { return compte_du_calendrier(db, jeton); });
        };
        const auto une = nouvelle();
        CHECK(compte(une) == "porteur-1");
        const auto autre = nouvelle();
        CHECK_FALSE(compte(une));
        CHECK(compte(autre) == "porteur-1");
        CHECK_FALSE(compte(""));
    });
}

TEST_CASE("a draft is an event at the closing of its window") {
    avec_un_brouillon([](Base& base, const std::string& id) {
        const auto tous = base.read([](Reader& db) {
            return echeances(db, "porteur-1", tests::moyens_d_ecriture(), tests::midi());
        });
        REQUIRE(tous.size() == 1);
        CHECK(tous.front().uid == "depot-" + id);
        CHECK(tous.front().le == tests::instant("2024-05-24T22:00:00Z"));
    });
}

TEST_CASE("complements are an event of their last day, for who owes them and for who waits") {
    avec_un_brouillon([](Base& base, const std::string& id) {
        const auto& na = tests::guichet_de_nouvelle_aquitaine();
        REQUIRE(base.write([&](Writer& db) -> core::Result<void> {
            db.script(
                "UPDATE dossier SET statut = 'pieces_demandees', guichet = '75' WHERE id = '" + id +
                "'; INSERT INTO demande VALUES ('" + id + "', 1, 'Datez.', '2024-04-01', '" +
                na.compte + "', '2024-03-01T12:00:00Z', NULL, NULL)");
            return {};
        }));
        const auto vus = [&](const std::string& compte) {
            return base.read([&](Reader& db) {
                return echeances(db, compte, tests::moyens_d_ecriture(), tests::midi());
            });
        };
        const auto porteur = vus("porteur-1");
        REQUIRE(porteur.size() == 1);
        CHECK(porteur.front().uid == "complements-" + id + "-1");
        CHECK(porteur.front().lien.ends_with("/dossiers/" + id + "/echanges"));
        CHECK(ics(porteur, tests::midi()).find("DTSTART;VALUE=DATE:20240401\r\n") !=
              std::string::npos);
        REQUIRE(vus(na.compte).size() == 1);
        CHECK(vus(na.compte).front().lien.ends_with("/bureau/dossiers/" + id));
        CHECK(vus(tests::guichet_de_corse().compte).empty());
        CHECK(vus("porteur-2").empty());
        REQUIRE(base.write([&](Writer& db) -> core::Result<void> {
            db.script("INSERT INTO affectation VALUES ('" + id + "', 1, '" +
                      tests::guichet_de_corse().compte + "', '" + na.compte +
                      "', '2024-03-01T12:00:00Z')");
            return {};
        }));
        CHECK(vus(na.compte).empty());  // somebody else's
    });
}

TEST_CASE("a feed has folded lines of 75 octets that never cut a character") {
    const Evenement evenement{.uid = "depot-1",
                              .le = tests::instant("2024-05-24T22:00:00Z"),
                              .titre = "a, b; c\\d\ne" + std::string(30, 'x') +
                                       "ééééééééééééééééééééééééééééééééééééééééééééééé",
                              .texte = "t",
                              .lien = "https://grappe.test/dossiers/1"};
    const auto texte = ics({evenement}, tests::midi());
    CHECK(texte.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    CHECK(texte.find("SUMMARY:a\\, b\\; c\\\\d\\ne") != std::string::npos);
    CHECK(texte.find("DTSTART:20240524T220000Z\r\n") != std::string::npos);
    std::string deplie;
    for (std::size_t debut = 0; debut < texte.size();) {
        const auto fin = texte.find("\r\n", debut);
        REQUIRE(fin != std::string::npos);
        const auto ligne = texte.substr(debut, fin - debut);
        CHECK(ligne.size() <= 75);
        CHECK((ligne.empty() || (static_cast<unsigned char>(ligne[0]) & 0xC0U) != 0x80U));
        deplie += ligne.starts_with(' ') ? ligne.substr(1) : "\n" + ligne;
        debut = fin + 2;
    }
    CHECK(deplie.find("éééééééééééééééééééééééééééééééééééééééééééééé") != std::string::npos);
}

}  // namespace grappe::teleservice
