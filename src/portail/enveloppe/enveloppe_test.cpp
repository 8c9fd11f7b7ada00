// Every euro has one place, whatever is done: moves one by one, random sequences, and the rows on
// every engine.
#include "portail/enveloppe/enveloppe.hpp"

#include <doctest/doctest.h>

#include <random>

#include "portail/enveloppe/grand_livre.hpp"
#include "storage/test_bases.hpp"

namespace grappe::enveloppe {
namespace {

using core::Money;

const Enveloppe aquitaine{"NA-2024", "75"};
const Enveloppe corse{"COR-2021", "94"};

Somme somme(const char* dossier, std::int64_t euros) {
    return {aquitaine, dossier, Money::euros(euros)};
}

Soldes ouverte(std::int64_t euros) {
    Soldes soldes;
    REQUIRE(soldes.passer(ouverture(aquitaine, Money::euros(euros))));
    return soldes;
}

std::string issue(const core::Result<void>& fait) {
    return fait ? "fait" : fait.error().code + " " + fait.error().detail;
}

Passation passation() {
    return {"Essai.", "ars-75", core::Instant::parse("2024-06-03T10:00:00Z").value()};
}

// A move drawn among all kinds, of any size, possible or not.
class Tirage {
public:
    explicit Tirage(unsigned graine) : hasard_{graine} {}

    Mouvement suivant() {
        const Somme qui{un(2) == 0 ? aquitaine : corse, std::to_string(un(4)),
                        Money::cents(un(300'000) - 1000)};
        switch (static_cast<Genre>(un(8))) {
            case Genre::ouvrir:
                return ouverture(qui.enveloppe, qui.montant);
            case Genre::reserver:
                return reservation(qui);
            case Genre::engager:
                return engagement(qui);
            case Genre::verser:
                return versement(qui);
            case Genre::liberer:
                return liberation(qui, un(2) == 0 ? Compte::reserve : Compte::engage);
            case Genre::recouvrer:
                return recouvrement(qui);
            case Genre::revenir:
                return retour(qui);
            case Genre::ceder:
                break;
        }
        return un(2) == 0 ? cession(aquitaine, corse, qui.montant)
                          : cession(corse, aquitaine, qui.montant);
    }

private:
    // The order of a distribution is not the same everywhere: a remainder is.
    std::int64_t un(std::int64_t parmi) { return static_cast<std::int64_t>(hasard_()) % parmi; }

    std::mt19937 hasard_;
};

void verifier(const Soldes& soldes) {
    CHECK(soldes.somme() == Money{});
    for (const auto& [place, montant] : soldes.places()) {
        CHECK((place.compte == Compte::source ? montant <= Money{} : montant >= Money{}));
        const bool nomme = place.compte != Compte::source && place.compte != Compte::disponible;
        CHECK(place.dossier.empty() == !nomme);
    }
}

// Sums made by the base, those of the rows read one by one, and pages that hold each row once.
void verifier(storage::Reader& db, const Bilan& bilan, const Soldes& soldes) {
    for (const auto& [compte, nom] : names(Compte{})) {
        if (compte == Compte::source) continue;
        CAPTURE(nom);
        CHECK(bilan.solde(compte) == soldes.total(bilan.enveloppe(), compte));
    }
    auto toutes = ecritures(db, bilan.enveloppe());
    CHECK(bilan.mouvements() == static_cast<std::int64_t>(toutes.size()));
    constexpr std::int64_t par_page = 7;
    for (std::int64_t sautees = 0; sautees < bilan.mouvements(); sautees += par_page)
        for (const auto& une : dernieres_ecritures(db, bilan.enveloppe(), {sautees, par_page})) {
            REQUIRE_FALSE(toutes.empty());
            CHECK(une.numero == toutes.back().numero);
            toutes.pop_back();
        }
    CHECK(toutes.empty());
}

Flux flux_de(Mouvement un, std::int64_t nombre) {
    un.de.dossier.clear();
    un.vers.dossier.clear();
    return {un.genre, un.de, un.vers, un.montant, nombre};
}

}  // namespace

TEST_CASE("a balance sheet says by which kinds of moves each balance came") {
    const std::vector<Flux> tous{flux_de(ouverture(aquitaine, Money::euros(1000)), 2),
                                 flux_de(ouverture(corse, Money::euros(70)), 1),
                                 flux_de(cession(corse, aquitaine, Money::euros(50)), 1),
                                 flux_de(cession(aquitaine, corse, Money::euros(20)), 1),
                                 flux_de(reservation(somme("a", 600)), 3),
                                 flux_de(engagement(somme("a", 500)), 2),
                                 flux_de(liberation(somme("a", 100), Compte::reserve), 1),
                                 flux_de(liberation(somme("a", 30), Compte::engage), 1),
                                 flux_de(versement(somme("a", 250)), 1),
                                 flux_de(retour(somme("a", 40)), 1),
                                 flux_de(recouvrement(somme("a", 10)), 1)};
    const Bilan bilan{aquitaine, tous};
    CHECK(bilan.mouvements() == 14);
    CHECK(bilan.postes().size() == 9);
    CHECK(bilan.postes().at(Poste::libere).nombre == 2);
    CHECK(bilan.postes().at(Poste::libere).comptes ==
          ParCompte{{Compte::disponible, Money::euros(130)},
                    {Compte::reserve, Money::cents(-10'000)},
                    {Compte::engage, Money::cents(-3'000)}});
    CHECK(bilan.postes().at(Poste::recu).comptes ==
          ParCompte{{Compte::disponible, Money::euros(50)}});
    CHECK(bilan.solde(Compte::disponible) == Money::euros(570));
    CHECK(bilan.solde(Compte::reserve) == Money::euros(0));
    CHECK(bilan.solde(Compte::engage) == Money::euros(260));
    CHECK(bilan.solde(Compte::verse) == Money::euros(200));
    CHECK(Bilan{corse, tous}.solde(Compte::disponible) == Money::euros(40));
}

TEST_CASE("an envelope of the text: 329 establishments at the high rate leave 33 euros (2.9)") {
    auto soldes = ouverte(6'909'033);
    for (int essms = 0; essms < 329; ++essms)
        REQUIRE(soldes.passer(reservation(somme("d", 21'000))));
    CHECK(soldes.disponible(aquitaine) == Money::euros(33));
    CHECK(issue(soldes.passer(reservation(somme("d", 21'000)))) == "enveloppe.depassee 20967.00");
    CHECK(soldes.total(aquitaine, Compte::reserve) == Money::euros(6'909'000));
}

TEST_CASE("the life of a dossier's money, and each step that it cannot take") {
    auto soldes = ouverte(1000);
    REQUIRE(soldes.passer(reservation(somme("a", 600))));
    CHECK(issue(soldes.passer(reservation(somme("b", 401)))) == "enveloppe.depassee 1.00");
    CHECK(issue(soldes.passer(engagement(somme("b", 1)))) == "enveloppe.depassee 1.00");
    REQUIRE(soldes.passer(engagement(somme("a", 500))));
    REQUIRE(soldes.passer(liberation(somme("a", 100), Compte::reserve)));
    CHECK(issue(soldes.passer(versement(somme("a", 501)))) == "enveloppe.depassee 1.00");
    REQUIRE(soldes.passer(versement(somme("a", 250))));
    CHECK(issue(soldes.passer(retour(somme("a", 251)))) == "enveloppe.depassee 1.00");
    REQUIRE(soldes.passer(retour(somme("a", 250))));  // the bank sent it back
    CHECK(soldes.total(aquitaine, Compte::engage) == Money::euros(500));
    REQUIRE(soldes.passer(versement(somme("a", 250))));
    REQUIRE(soldes.passer(liberation(somme("a", 250), Compte::engage)));
    REQUIRE(soldes.passer(recouvrement(somme("a", 50))));
    CHECK(issue(soldes.passer(recouvrement(somme("a", 201)))) == "enveloppe.depassee 1.00");
    CHECK(soldes.disponible(aquitaine) == Money::euros(800));
    CHECK(soldes.total(aquitaine, Compte::verse) == Money::euros(200));
    CHECK(soldes.total(aquitaine, Compte::source) == Money::cents(-100'000));
}

TEST_CASE("nothing, or less than nothing, is no move") {
    auto soldes = ouverte(10);
    CHECK(issue(soldes.passer(reservation(somme("a", 0)))) == "enveloppe.montant ");
    CHECK(issue(soldes.passer({Genre::reserver,
                               {aquitaine, Compte::disponible},
                               {aquitaine, Compte::reserve, "a"},
                               Money::cents(-1)})) == "enveloppe.montant ");
    CHECK(soldes.disponible(aquitaine) == Money::euros(10));
}

TEST_CASE("every euro has one place: any sequence of moves, possible or not") {
    for (unsigned graine = 0; graine < 200; ++graine) {
        CAPTURE(graine);
        Tirage tirage{graine};
        Soldes soldes;
        int passes = 0;
        for (int n = 0; n < 100; ++n) {
            const auto avant = soldes.places();
            if (soldes.passer(tirage.suivant()))
                ++passes;
            else
                CHECK(soldes.places() == avant);  // a refusal moves nothing
        }
        CHECK(passes > 0);
        verifier(soldes);
    }
}

TEST_CASE("the rows say the same as the moves, on every engine") {
    storage::on_every_portail([](storage::Base& base) {
        Tirage tirage{7};
        Soldes attendus;
        for (int n = 0; n < 150; ++n) {
            const auto mouvement = tirage.suivant();
            const auto ecrit =
                base.write([&](storage::Writer& db) { return ecrire(db, mouvement, passation()); });
            CHECK(ecrit.has_value() == attendus.passer(mouvement).has_value());
        }
        base.read([&](storage::Reader& db) {
            for (const auto& enveloppe : {aquitaine, corse}) {
                const auto lus = soldes(db, enveloppe);
                for (const auto& [place, montant] : attendus.places())
                    if (place.enveloppe == enveloppe) CHECK(lus.a(place) == montant);
                verifier(db, Bilan{enveloppe, flux(db, enveloppe)}, lus);
                verifier(db, Bilan{enveloppe, flux_du_guichet(db, enveloppe.guichet)}, lus);
            }
            return 0;
        });
    });
}

TEST_CASE("what a dossier holds is freed at once, and a row is never changed") {
    storage::on_every_portail([](storage::Base& base) {
        const auto ecrit = [&](const Mouvement& mouvement) {
            return base
                .write([&](storage::Writer& db) { return ecrire(db, mouvement, passation()); })
                .has_value();
        };
        REQUIRE(ecrit(ouverture(aquitaine, Money::euros(100))));
        REQUIRE(ecrit(reservation(somme("a", 60))));
        REQUIRE(ecrit(engagement(somme("a", 20))));
        CHECK_FALSE(ecrit(reservation(somme("b", 41))));
        REQUIRE(
            base.write([&](storage::Writer& db) { return liberer_tout(db, "a", passation()); }));
        base.read([&](storage::Reader& db) {
            CHECK(soldes(db, aquitaine).disponible(aquitaine) == Money::euros(100));
            CHECK(ecritures(db, aquitaine).size() == 5);
            CHECK_FALSE(tenu_par(db, "a", Compte::reserve));
            CHECK(est_ouverte(db, aquitaine));
            CHECK_FALSE(est_ouverte(db, corse));
            return 0;
        });
        constexpr storage::Statement change{"essai.change", "UPDATE mouvement SET montant = 1"};
        CHECK_THROWS((void)base.write([&](storage::Writer& db) -> core::Result<void> {
            db.run(change);
            return {};
        }));
    });
}

}  // namespace grappe::enveloppe
