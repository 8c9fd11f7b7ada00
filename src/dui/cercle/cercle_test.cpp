// Whom a restricted circle shuts out, and what opens a record again. On both engines.
#include "dui/cercle/cercle.hpp"

#include <doctest/doctest.h>

#include "audit/journal.hpp"
#include "dui/cercle/exception.hpp"
#include "dui/element/monde_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::cercle {
namespace {

using element::tests::a, element::tests::moment, element::tests::tilleuls;
using storage::Base, storage::Reader, storage::Writer;

acces::Professionnel compte(const char* id, access::Role role) {
    return {.acteur = {.compte = id, .role = role},
            .etablissements = {tilleuls().text()},
            .profession = {}};
}
const auto chef = compte("chef", access::Role::encadrement);
const auto cheffe = compte("cheffe", access::Role::encadrement);
const auto alix = compte("alix", access::Role::professionnel);
const auto zoe = compte("zoe", access::Role::professionnel);

struct Essai {
    Base& base;

    template <class Faire>
    std::string issue(Faire faire) const {
        const core::Result<void> fait = base.write(faire);
        return fait ? "fait" : fait.error().code;
    }
    std::string nomme(const acces::Professionnel& qui, const char* qui_nomme,
                      Titre titre = Titre::membre) const {
        return issue([&](Writer& db) {
            return nommer(db, {qui, moment(0), tilleuls(), "p1"}, qui_nomme, titre);
        });
    }
    std::string ecarte(const char* qui_ecarte) const {
        return issue([&](Writer& db) {
            return ecarter(db, {chef, moment(0), tilleuls(), "p1"}, qui_ecarte);
        });
    }
    std::string etend(Etendue etendue, const acces::Professionnel& qui = chef) const {
        return issue([&](Writer& db) {
            return etendre(db, {qui, moment(0), tilleuls(), "p1"}, etendue);
        });
    }
    std::string ouvre(const acces::Professionnel& qui, char id, const char* motif,
                      std::int64_t secondes = 0) const {
        return issue([&](Writer& db) {
            return ouvrir(db, qui, moment(secondes),
                          {std::string(32, id), tilleuls(), "p1", motif});
        });
    }
    std::string revoit(const acces::Professionnel& qui, char id, Avis avis,
                       const char* remarque = "") const {
        return issue([&](Writer& db) {
            return revoir(db, qui, moment(9'000), {std::string(32, id), avis, remarque});
        });
    }
    bool fermee(const acces::Professionnel& qui, std::int64_t secondes = 0) const {
        return base.read(
            [&](Reader& db) { return fermees_a(db, qui.acteur, a(secondes)).contains("p1"); });
    }
    std::string membres() const {
        return base.read([](Reader& db) {
            std::string tous;
            for (const auto& un : cercle_de(db, "p1").membres)
                tous += un.compte + ":" + std::string{core::name_of(un.titre)} + " ";
            return tous;
        });
    }
};

void essayer(const std::function<void(const Essai&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        element::tests::connaitre(base, {"p1", "p2"});
        REQUIRE(base.write([](Writer& db) -> core::Result<void> {
            for (const auto* id : {"chef", "cheffe", "alix", "zoe", "ailleurs"})
                element::tests::ouvrir_un_compte(db, id);
            return acces::rattacher(db, "ailleurs", {core::Finess::parse("330000019").value()});
        }));
        faire(Essai{base});
    });
}

const char* const motif = "Chute dans le couloir, la référente est absente";

}  // namespace

TEST_CASE("an open circle shuts nobody out; a restricted one shuts out whoever is not of it") {
    essayer([](const Essai& essai) {
        CHECK(essai.etend(Etendue::restreint) == "cercle.sans_membre");
        CHECK(essai.nomme(chef, "alix", Titre::referent) == "fait");
        CHECK_FALSE(essai.fermee(zoe));
        CHECK(essai.etend(Etendue::restreint) == "fait");
        CHECK(essai.fermee(zoe));
        CHECK_FALSE(essai.fermee(alix));
        CHECK_FALSE(essai.fermee(chef));
        CHECK(essai.fermee(compte("dir", access::Role::direction)));
        CHECK(essai.etend(Etendue::ouvert) == "fait");
        CHECK_FALSE(essai.fermee(zoe));
    });
}

TEST_CASE("members come and go; a restricted circle keeps one") {
    essayer([](const Essai& essai) {
        CHECK(essai.nomme(chef, "personne") == "cercle.compte");
        CHECK(essai.nomme(chef, "ailleurs") == "cercle.compte");
        CHECK(essai.nomme(chef, "alix") == "fait");
        CHECK(essai.nomme(chef, "zoe", Titre::referent) == "fait");
        CHECK(essai.membres() == "zoe:referent alix:membre ");
        CHECK(essai.nomme(chef, "alix", Titre::coreferent) == "fait");
        CHECK(essai.membres() == "zoe:referent alix:coreferent ");
        CHECK(essai.etend(Etendue::restreint) == "fait");
        CHECK(essai.ecarte("zoe") == "fait");
        CHECK(essai.fermee(zoe));
        CHECK(essai.ecarte("zoe") == "cercle.pas_membre");
        CHECK(essai.ecarte("alix") == "cercle.dernier");
        CHECK(essai.nomme(chef, "zoe") == "fait");  // once more: a version of the same member
        CHECK_FALSE(essai.fermee(zoe));
        CHECK(essai.membres() == "alix:coreferent zoe:membre ");
    });
}

TEST_CASE("only who keeps the circles changes them, and only where they work") {
    essayer([](const Essai& essai) {
        CHECK(essai.nomme(alix, "zoe") == "dui.etablissement_interdit");
        CHECK(essai.etend(Etendue::restreint, alix) == "dui.etablissement_interdit");
        auto ailleurs = chef;
        ailleurs.etablissements = {"330000019"};
        CHECK(essai.nomme(ailleurs, "zoe") == "dui.etablissement_interdit");
    });
}

TEST_CASE("a reason opens a closed record for four hours, and somebody else looks at it") {
    essayer([](const Essai& essai) {
        CHECK(essai.nomme(chef, "alix") == "fait");
        CHECK(essai.ouvre(zoe, 'a', motif) == "acces.inutile");
        CHECK(essai.etend(Etendue::restreint) == "fait");
        CHECK(essai.ouvre(zoe, 'a', "  vu     ") == "acces.motif");
        CHECK(essai.ouvre(zoe, 'z', motif) == "acces.id");
        CHECK(essai.ouvre(zoe, 'a', motif) == "fait");
        CHECK(essai.ouvre(zoe, 'a', motif) == "fait");  // sent twice
        const std::int64_t fin = heures_d_une_exception * 3'600;
        CHECK_FALSE(essai.fermee(zoe, 0));
        CHECK_FALSE(essai.fermee(zoe, fin - 1));
        CHECK(essai.fermee(zoe, fin));
        CHECK(essai.fermee(zoe, -1));
        CHECK(essai.base.read([](Reader& db) { return a_revoir(db, "330000001", 10).size(); }) ==
              1);
        CHECK(essai.revoit(zoe, 'a', Avis::justifie) == "dui.etablissement_interdit");
        CHECK(essai.revoit(chef, 'b', Avis::justifie) == "acces.inconnu");
        CHECK(essai.revoit(chef, 'a', Avis::injustifie, " ") == "acces.remarque");
        CHECK(essai.revoit(chef, 'a', Avis::injustifie, "Elle n'était pas de service") == "fait");
        CHECK(essai.revoit(cheffe, 'a', Avis::justifie) == "acces.deja_revu");
        CHECK(essai.base.read([](Reader& db) { return a_revoir(db, "330000001", 10).size(); }) ==
              0);
        const auto toutes =
            essai.base.read([](Reader& db) { return exceptions_sur(db, "p1", 10); });
        REQUIRE(toutes.size() == 1);
        CHECK(toutes[0].revue->avis == Avis::injustifie);
        CHECK(essai.base.read([](Reader& db) { return audit::verifier(db, {}).has_value(); }));
    });
}

}  // namespace grappe::cercle
