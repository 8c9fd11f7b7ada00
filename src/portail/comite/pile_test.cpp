// However many dossiers a committee looks at, its readings ask as many questions.
#include "portail/comite/pile.hpp"

#include <doctest/doctest.h>

#include "portail/comite/comite_repository.hpp"
#include "portail/comite/proces_verbal.hpp"
#include "portail/comite/session_pour_tests.hpp"
#include "portail/instruction/decision_repository.hpp"
#include "portail/teleservice/complement_repository.hpp"

namespace grappe::comite {
namespace {

using storage::Reader, storage::Statement, storage::Value;
using tests::Scene, tests::Session, tests::Trois, tests::avec_trois, tests::recevable;

// The connection of a test, and how many questions went through it.
class Comptee final : public storage::Connection {
public:
    explicit Comptee(storage::Connection& vraie) : vraie_{vraie} {}

    int questions() const { return questions_; }

    std::int64_t run(const Statement& statement, std::span<const Value> values) override {
        return vraie_.run(statement, values);
    }
    void query(const Statement& statement, std::span<const Value> values,
               const storage::EachRow& each) override {
        ++questions_;
        vraie_.query(statement, values, each);
    }
    std::unique_ptr<storage::BulkSink> bulk(const storage::BulkTable& table) override {
        return vraie_.bulk(table);
    }
    void script(const std::string& sql) override { vraie_.script(sql); }
    void prepare(const Statement& statement) override { vraie_.prepare(statement); }
    void begin_write() override { vraie_.begin_write(); }
    void begin_read() override { vraie_.begin_read(); }
    void commit() override { vraie_.commit(); }
    void rollback() noexcept override { vraie_.rollback(); }

private:
    storage::Connection& vraie_;
    int questions_ = 0;
};

int questions(const Scene& scene, const std::function<void(Reader&)>& lire) {
    Comptee comptee{scene.base.connection()};
    scene.base.read([&](Reader&) {
        Reader db{comptee};
        lire(db);
        return 0;
    });
    return comptee.questions();
}

struct Comptes {
    int vue, apercu, proces_verbal;

    auto operator<=>(const Comptes&) const = default;
};
Comptes compter(const Scene& scene, const Session& session) {
    const auto moyens = scene.moyens();
    const auto qui = scene.guichet();
    return {
        questions(scene, [&](Reader& db) { CHECK(voir(db, qui, session.id, moyens)); }),
        questions(scene, [&](Reader& db) { CHECK(apercevoir(db, qui, session.id, moyens)); }),
        questions(scene, [&](Reader& db) { CHECK(proces_verbal(db, qui, session.id, moyens)); })};
}

}  // namespace

TEST_CASE("a committee is read in as many questions, whatever the number of its dossiers") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        REQUIRE(session.convoque("2000000.00") == "fait");
        CHECK(session.dessine("Un", {trois.a}) == "fait");
        const auto avec_peu = compter(scene, session);
        CHECK(avec_peu.vue <= 25);
        const auto d = recevable(scene, "33983", "99999909700002");
        const auto e = recevable(scene, "33984", "99999910500001");
        CHECK(session.dessine("Deux", {trois.a, d}) == "fait");
        CHECK(session.dessine("Trois", {trois.a, d, e}) == "fait");
        CHECK(compter(scene, session) == avec_peu);
        for (const auto& id : {trois.a, trois.b, trois.c, d, e})
            CHECK(session.opine(id, "defavorable", "Essai.") == "fait");
        REQUIRE(session.notifie() == "publie");
        REQUIRE(session.vue(scene.guichet()).candidats.size() == 5);
        CHECK(compter(scene, session).vue <= 25);
    });
}

TEST_CASE("read together or alone, a dossier is the same, and as its desk reads it") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        REQUIRE(session.convoque("2000000.00") == "fait");
        scene.base.read([&](Reader& db) {
            const auto comite = trouver(db, session.id).value();
            const auto tous = pile(db, comite);
            REQUIRE(tous.size() == 3);
            for (const auto& un : tous) {
                const auto seul = empile(db, *teleservice::trouver(db, un.dossier.id));
                const auto depot = teleservice::dernier_depot(db, un.dossier.id).value();
                CHECK(un.numero == depot.numero);
                CHECK(seul.numero == depot.numero);
                CHECK(un.depose_le == depot.depose_le);
                CHECK(un.regles == depot.regles);
                CHECK(un.contenu == seul.contenu);
                CHECK(un.contenu == teleservice::contenu(db, un.dossier.id, depot.version).value());
                CHECK(un.pieces.size() == teleservice::pieces_en_vigueur(db, depot).size());
                CHECK(un.appreciations.size() ==
                      instruction::appreciations(db, un.dossier.id).size());
                CHECK(un.verdicts.size() == instruction::verdicts(db, un.dossier.id).size());
            }
            CHECK(empile(db, *teleservice::trouver(db, trois.b)).dossier.id == trois.b);
            return 0;
        });
    });
}

}  // namespace grappe::comite
