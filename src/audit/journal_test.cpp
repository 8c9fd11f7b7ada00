// The journal chains its lines, and every kind of tampering is found.
#include "audit/journal.hpp"

#include <doctest/doctest.h>

#include "storage/test_bases.hpp"

namespace grappe::audit {
namespace {

using storage::Base;

const auto midi = core::Instant::parse("2024-05-24T12:00:00Z").value();

core::Result<void> noter_un(Base& base, const std::string& objet) {
    return base.write([&](storage::Writer& db) -> core::Result<void> {
        noter(db, {.acteur = "compte-1", .acte = "dossier.creer", .objet = objet}, midi);
        return {};
    });
}

core::Result<Tete> verdict(Base& base) {
    return base.read([](storage::Reader& db) { return verifier(db, std::nullopt); });
}

core::Result<Tete> verdict_avec(Base& base, const Tete& connue) {
    return base.read([&](storage::Reader& db) { return verifier(db, connue); });
}

std::string dit(const core::Result<Tete>& verdict) {
    if (verdict) return "sain, " + std::to_string(verdict->numero);
    return verdict.error().code + " " + verdict.error().detail;
}

void cinq_lignes(Base& base) {
    for (const auto* objet : {"d1", "d2", "d3", "d4", "d5"}) REQUIRE(noter_un(base, objet));
    REQUIRE(dit(verdict(base)) == "sain, 5");
}

// Whoever owns the database can take its guards away first: the chain is for that day.
void on_every_unguarded_portail(const std::function<void(storage::Base&)>& test) {
    storage::on_every_portail([&](storage::Base& base) {
        const std::string ou = base.engine() == storage::Engine::postgres ? " ON journal" : "";
        base.connection().script("DROP TRIGGER journal_fixe" + ou + "; DROP TRIGGER journal_garde" +
                                 ou);
        test(base);
    });
}

}  // namespace

TEST_CASE("an empty journal is sound") {
    storage::on_every_portail([](Base& base) { CHECK(dit(verdict(base)) == "sain, 0"); });
}

TEST_CASE("a line that a refusal rolls back leaves the chain whole") {
    storage::on_every_portail([](Base& base) {
        REQUIRE(noter_un(base, "d1"));
        const auto refuse = base.write([](storage::Writer& db) -> core::Result<void> {
            noter(db, {.acteur = "compte-1", .acte = "dossier.deposer", .objet = "d1"}, midi);
            return core::refuse(core::Reason::conflict, "essai");
        });
        CHECK_FALSE(refuse);
        noter_seul(base,
                   {.acteur = std::string{personne},
                    .acte = "dossier.lire",
                    .objet = "d1",
                    .issue = Issue::refuse,
                    .detail = "acces.refuse"},
                   midi);
        CHECK(dit(verdict(base)) == "sain, 2");
    });
}

TEST_CASE("a changed field of any column is found at its line") {
    on_every_unguarded_portail([](Base& base) {
        for (const auto* change :
             {"instant = '2024-05-24T12:00:01Z'", "acteur = 'compte-2'", "acte = 'autre'",
              "objet = 'd9'", "issue = 'refuse'", "detail = 'x'", "empreinte = 'abc'"}) {
            CAPTURE(change);
            base.connection().script(
                "DELETE FROM journal; UPDATE journal_tete SET numero = 0,"
                "empreinte = ''");
            cinq_lignes(base);
            base.connection().script(std::string{"UPDATE journal SET "} + change +
                                     " WHERE numero = 3");
            CHECK(dit(verdict(base)) == "journal.ligne_changee 3");
        }
    });
}

TEST_CASE("a text moved from one field to the next changes the digest") {
    on_every_unguarded_portail([](Base& base) {
        cinq_lignes(base);
        base.connection().script(
            "UPDATE journal SET acte = 'dossier.creerd', objet = '2' WHERE numero = 2");
        CHECK(dit(verdict(base)) == "journal.ligne_changee 2");
    });
}

TEST_CASE("removed, inserted and swapped lines are found") {
    on_every_unguarded_portail([](Base& base) {
        cinq_lignes(base);
        SUBCASE("removed") {
            base.connection().script("DELETE FROM journal WHERE numero = 2");
            CHECK(dit(verdict(base)) == "journal.ligne_manquante 2");
        }
        SUBCASE("removed, and the rest numbered again") {
            base.connection().script(
                "DELETE FROM journal WHERE numero = 2;"
                "UPDATE journal SET numero = numero - 1 WHERE numero = 3;"
                "UPDATE journal SET numero = numero - 1 WHERE numero = 4;"
                "UPDATE journal SET numero = numero - 1 WHERE numero = 5");
            CHECK(dit(verdict(base)) == "journal.ligne_changee 2");
        }
        SUBCASE("added at the end") {
            base.connection().script(
                "INSERT INTO journal SELECT 6, instant, acteur, acte, objet, issue, detail,"
                "empreinte FROM journal WHERE numero = 5");
            CHECK(dit(verdict(base)) == "journal.ligne_changee 6");
        }
        SUBCASE("swapped") {
            base.connection().script(
                "UPDATE journal SET numero = 99 WHERE numero = 2;"
                "UPDATE journal SET numero = 2 WHERE numero = 3;"
                "UPDATE journal SET numero = 3 WHERE numero = 99");
            CHECK(dit(verdict(base)) == "journal.ligne_changee 2");
        }
    });
}

TEST_CASE("a tail cut off is found by the head, and by a head kept elsewhere") {
    on_every_unguarded_portail([](Base& base) {
        cinq_lignes(base);
        const auto publiee = *verdict(base);
        base.connection().script("DELETE FROM journal WHERE numero > 3");
        CHECK(dit(verdict(base)) == "journal.fin_coupee 4");
        base.connection().script(
            "UPDATE journal_tete SET numero = 3, empreinte = "
            "(SELECT empreinte FROM journal WHERE numero = 3)");
        CHECK(dit(verdict(base)) == "sain, 3");
        CHECK(dit(verdict_avec(base, publiee)) == "journal.fin_coupee 4");
        for (const auto* objet : {"e4", "e5", "e6"}) REQUIRE(noter_un(base, objet));
        CHECK(dit(verdict(base)) == "sain, 6");
        CHECK(dit(verdict_avec(base, publiee)) == "journal.tete_inconnue 5");
        CHECK(dit(verdict_avec(base, *verdict(base))) == "sain, 6");
    });
}

TEST_CASE("lines beyond the head are told from a sound end") {
    storage::on_every_portail([](Base& base) {
        cinq_lignes(base);
        base.connection().script(
            "UPDATE journal_tete SET numero = 4, empreinte = "
            "(SELECT empreinte FROM journal WHERE numero = 4)");
        CHECK(dit(verdict(base)) == "journal.ligne_ajoutee 5");
    });
}

}  // namespace grappe::audit
