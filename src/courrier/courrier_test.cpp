// The outbox: nothing lost, nothing twice, bytes that mail readers understand.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "courrier/facteur.hpp"
#include "secret/hasard.hpp"
#include "storage/test_bases.hpp"

namespace grappe::courrier {
namespace {

namespace fs = std::filesystem;
using storage::Base;

const Expediteur expediteur{"Grappe", "ne-pas-repondre@grappe.example"};

core::Instant a(const char* instant) { return core::Instant::parse(instant).value(); }
const auto midi = a("2024-05-24T12:00:00Z");
const auto le_lendemain = a("2024-05-25T12:00:00Z");

// Answers what the test wants, and keeps what it was given.
struct Essai : Transport {
    std::vector<Envoi> recus;
    core::Result<void> reponse{};
    core::Result<void> envoyer(const Envoi& envoi) override {
        recus.push_back(envoi);
        return reponse;
    }
};

void poster(Base& base, const std::string& objet) {
    const auto fait = base.write([&](storage::Writer& db) -> core::Result<void> {
        deposer(db, {"a@b.example", objet, "Bonjour,\n\nUn lien.\n"}, midi);
        return {};
    });
    REQUIRE(fait);
}

std::string etats(Base& base) {
    std::string texte;
    for (const auto& [etat, plis] : base.read([](storage::Reader& db) { return comptes(db); }))
        texte += std::string{core::name_of(etat)} + " " + std::to_string(plis) + ";";
    return texte;
}

}  // namespace

TEST_CASE("a message of a refused act is never sent") {
    storage::on_every_portail([](Base& base) {
        const auto refuse = base.write([](storage::Writer& db) -> core::Result<void> {
            deposer(db, {"a@b.example", "Objet", "Corps"}, midi);
            return core::refuse(core::Reason::conflict, "essai");
        });
        CHECK_FALSE(refuse);
        Essai transport;
        CHECK(faire_tournee(base, transport, expediteur, le_lendemain).envoyes == 0);
    });
}

TEST_CASE("a message is sent once, then its text is wiped") {
    storage::on_every_portail([](Base& base) {
        poster(base, "Un");
        Essai transport;
        CHECK(faire_tournee(base, transport, expediteur, midi).envoyes == 1);
        CHECK(faire_tournee(base, transport, expediteur, le_lendemain).envoyes == 0);
        REQUIRE(transport.recus.size() == 1);
        CHECK(transport.recus[0].octets.find("Un lien.\r\n") != std::string::npos);
        CHECK(etats(base) == "envoye 1;");
        constexpr storage::Statement corps{"essai.corps", "SELECT corps FROM courrier"};
        const auto reste = base.read([&](storage::Reader& db) {
            return *db.one(corps,
                           [](const auto& row) { return row.template get<std::string>("corps"); });
        });
        CHECK(reste.empty());
    });
}

TEST_CASE("an unreachable server is asked again later, under the same Message-ID") {
    storage::on_every_portail([](Base& base) {
        poster(base, "Un");
        Essai transport;
        transport.reponse = core::refuse(core::Reason::unavailable, "courrier.injoignable", "non");
        CHECK(faire_tournee(base, transport, expediteur, midi).refuses == 1);
        CHECK(faire_tournee(base, transport, expediteur, a("2024-05-24T12:00:04Z")).refuses == 0);
        transport.reponse = {};
        CHECK(faire_tournee(base, transport, expediteur, a("2024-05-24T12:00:05Z")).envoyes == 1);
        REQUIRE(transport.recus.size() == 2);
        CHECK(transport.recus[0].octets == transport.recus[1].octets);
    });
}

TEST_CASE("what cannot be sent is given up in the end, kept, and can be sent anew") {
    storage::on_every_portail([](Base& base) {
        poster(base, "Un");
        Essai transport;
        int essais_attendus = 13;
        SUBCASE("a server that never answers") {
            transport.reponse = core::refuse(core::Reason::unavailable, "courrier.injoignable");
        }
        SUBCASE("a definite refusal") {
            transport.reponse = core::refuse(core::Reason::rule_not_met, "courrier.refuse");
            essais_attendus = 3;
        }
        auto instant = midi;
        for (int jour = 0; jour < 20; ++jour) {
            instant = core::Instant::of(instant.utc() + std::chrono::hours{24});
            faire_tournee(base, transport, expediteur, instant);
        }
        CHECK(static_cast<int>(transport.recus.size()) == essais_attendus);
        CHECK(etats(base) == "abandonne 1;");
        transport.reponse = {};
        const auto relances = base.write([&](storage::Writer& db) -> core::Result<std::int64_t> {
            return relancer(db, instant);
        });
        CHECK(*relances == 1);
        CHECK(faire_tournee(base, transport, expediteur, instant).envoyes == 1);
    });
}

TEST_CASE("one refused address does not hold up the others") {
    storage::on_every_portail([](Base& base) {
        for (const auto* objet : {"Un", "Deux", "Trois"}) poster(base, objet);
        Essai transport;
        transport.reponse = core::refuse(core::Reason::rule_not_met, "courrier.refuse");
        CHECK(faire_tournee(base, transport, expediteur, midi).refuses == 3);
    });
}

TEST_CASE("a message is plain RFC 5322, its subject encoded, its lines ended by CRLF") {
    const Pli pli{.id = "3f2a",
                  .message = {"a@b.example", "Votre compte Grappe : activez-le dès aujourd'hui",
                              "Été\nhttps://grappe.example/activation?jeton=abc"},
                  .cree_le = midi,
                  .essais = 0};
    const auto octets = rediger(pli, expediteur);
    CHECK(octets.starts_with("Date: Fri, 24 May 2024 12:00:00 +0000\r\n"));
    CHECK(octets.find("Message-ID: <3f2a@grappe.example>\r\n") != std::string::npos);
    CHECK(octets.find("Subject: =?UTF-8?B?Vm90cmUg") != std::string::npos);
    CHECK(octets.find("\r\n\r\nÉté\r\nhttps://grappe.example/activation?jeton=abc\r\n") !=
          std::string::npos);
    for (std::size_t rang = 0; rang < octets.size(); ++rang)
        if (octets[rang] == '\n') CHECK(octets[rang - 1] == '\r');
    for (std::size_t debut = 0; debut < octets.size(); debut = octets.find("\r\n", debut) + 2)
        CHECK(octets.find("\r\n", debut) - debut <= 78);
}

TEST_CASE("a line too long for mail makes the text base64") {
    const Pli pli{.id = "1",
                  .message = {"a@b.example", "Objet", std::string(2000, 'x')},
                  .cree_le = midi,
                  .essais = 0};
    const auto octets = rediger(pli, expediteur);
    CHECK(octets.find("Content-Transfer-Encoding: base64") != std::string::npos);
    CHECK(octets.find("eHh4eHh4") != std::string::npos);
    CHECK(octets.find("xxxx") == std::string::npos);
}

TEST_CASE("a line break in a field is a bug, not another field") {
    const Pli pli{
        .id = "1", .message = {"a@b.example", "x\r\nBcc: c@d", ""}, .cree_le = midi, .essais = 0};
    CHECK_THROWS_AS((void)rediger(pli, expediteur), core::Bug);
}

TEST_CASE("the postman fills a folder, and a message sent again replaces itself") {
    const auto dossier = fs::temp_directory_path() / ("grappe-courrier-" + secret::identifiant());
    const auto transport = ouvrir_transport("dossier:" + (dossier / "sortant").string());
    REQUIRE(transport);
    const Envoi envoi{"1", "un.eml", "a@b", "c@d", "octets"};
    REQUIRE((*transport)->envoyer(envoi));
    REQUIRE((*transport)->envoyer(envoi));
    int fichiers = 0;
    for (const auto& entree : fs::directory_iterator{dossier / "sortant"}) {
        ++fichiers;
        CHECK(entree.path().filename() == "un.eml");
    }
    CHECK(fichiers == 1);
    fs::remove_all(dossier / "sortant");
    CHECK((*transport)->envoyer(envoi).error().reason == core::Reason::unavailable);
    fs::remove_all(dossier);
    CHECK(ouvrir_transport("ftp://x").error().code == "courrier.adresse");
    CHECK(ouvrir_transport("dossier:/proc/nulle/part").error().code == "courrier.dossier");
}

TEST_CASE("nobody listens: the mail may go later") {
    const auto transport = ouvrir_transport("smtp://127.0.0.1:1");
    const auto fait = (*transport)->envoyer({"1", "un.eml", "a@b", "c@d", "octets"});
    REQUIRE_FALSE(fait);
    CHECK(fait.error().reason == core::Reason::unavailable);
}

}  // namespace grappe::courrier
