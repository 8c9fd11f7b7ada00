// Recoveries on every engine: opened by one person, validated by another; whatever comes back, in
// whatever parts, no cent is lost and no more comes back than what was paid beyond what is due.
#include "portail/convention/recouvrement.hpp"

#include <doctest/doctest.h>

#include <random>

#include "portail/convention/argent_repository.hpp"
#include "portail/convention/essai_pour_tests.hpp"
#include "portail/convention/recouvrement_repository.hpp"

namespace grappe::convention {
namespace {

using enveloppe::Compte;
using instruction::tests::Scene;
using storage::Reader, storage::Writer;
using Genre = GenreDeChangement;
using tests::Essai, tests::essayer, tests::numero;

Versement un_versement(Objet objet, std::int64_t recouvrer) {
    return {.id = {},
            .dossier = {},
            .convention = {},
            .objet = objet,
            .rang = 1,
            .montant = {},
            .a_recouvrer = Money::cents(recouvrer),
            .demande_par = {},
            .demande_le = teleservice::tests::midi(),
            .decision = Decision::valide};
}

Recouvrement un_recouvrement(std::int64_t montant, std::optional<Decision> decision = {}) {
    return {.id = {},
            .dossier = {},
            .convention = {},
            .rang = 1,
            .montant = Money::cents(montant),
            .motif = {},
            .demande_par = {},
            .demande_le = teleservice::tests::midi(),
            .decision = decision};
}

// An advance of 157 500 euros paid, then an amendment that leaves less than that, then the balance
// of nothing that says what is beyond it.
struct Monde {
    Essai& essai;
    Money trop{};

    void preparer() {
        essai.verse_l_avance();
        tests::Changements departs;
        for (int rang = 0; rang < 10; ++rang) departs.push_back({Genre::retrait, numero(rang)});
        REQUIRE(essai.en_vigueur(departs) == "fait");
        trop = essai.convention().en_trop;
        REQUIRE(trop > Money{});
        solder();
    }
    void solder() const {
        auto solde = un_versement(Objet::solde, trop.in_cents());
        solde.id = "solde";
        solde.dossier = essai.scene.id;
        solde.convention = essai.id;
        solde.demande_par = "ars-75";
        solde.decide_par = "collegue";
        solde.decide_le = essai.scene.maintenant;
        REQUIRE(essai.ecrit([&](Writer& db) -> core::Result<void> {
            ajouter(db, solde);
            decider(db, solde);
            return {};
        }));
    }
    std::string ouvre(std::string_view motif = "Trop versé.") const {
        return Scene::issue(essai.ecrit([&](Writer& db) {
            return ouvrir_un_recouvrement(db, essai.guichet(), {essai.id, motif});
        }));
    }
    std::vector<Recouvrement> tous() const {
        return essai.scene.base.read([&](Reader& db) { return recouvrements_de(db, essai.id); });
    }
    std::string decide(const Demandeur& qui, std::string_view decision = "valide") const {
        const auto id = tous().back().id;
        return Scene::issue(essai.ecrit([&](Writer& db) {
            return decider_un_recouvrement(db, qui, {id, decision}, essai.moyens());
        }));
    }
    std::string rend(const std::string& montant, std::string_view reference,
                     std::string_view jour = "2024-03-01",
                     std::vector<FauteDeRetour>* fautes = nullptr) const {
        const auto id = tous().back().id;
        return Scene::issue(essai.ecrit([&](Writer& db) {
            return noter_un_retour(db, essai.guichet(), {id, montant, jour, reference, fautes});
        }));
    }
};

}  // namespace

TEST_CASE("what a recovery asks for is what the valid balance says, less what others ask for") {
    const std::vector dits{un_versement(Objet::avance, 0), un_versement(Objet::solde, 1000)};
    CHECK(a_ouvrir(dits, {}) == Money::cents(1000));
    CHECK(a_ouvrir(dits, {un_recouvrement(400)}) == Money::cents(600));
    CHECK(a_ouvrir(dits, {un_recouvrement(400, Decision::rejete)}) == Money::cents(1000));
    CHECK(a_ouvrir(dits, {un_recouvrement(1000, Decision::valide)}) == Money{});
    auto rejete = dits;
    rejete.back().decision = Decision::rejete;
    CHECK(a_ouvrir(rejete, {}) == Money{});
    rejete.back().decision.reset();
    CHECK(a_ouvrir(rejete, {}) == Money{});
}

TEST_CASE("nothing is recovered while a payment waits for its second person or was sent back") {
    auto avance = un_versement(Objet::avance, 0);
    avance.sort = Sort::rejete;
    const auto solde = un_versement(Objet::solde, 1000);
    const auto code = [](const core::Result<Money>& lu) { return lu ? "ouvert" : lu.error().code; };
    CHECK(code(ouvrable({avance, solde}, {})) == "recouvrement.versement_renvoye");
    auto redemandee = un_versement(Objet::avance, 0);
    redemandee.rang = 2;
    redemandee.decision.reset();
    CHECK(code(ouvrable({avance, solde, redemandee}, {})) == "recouvrement.versement_en_cours");
    redemandee.decision = Decision::valide;
    CHECK(ouvrable({avance, solde, redemandee}, {}).value() == Money::cents(1000));
    CHECK(code(ouvrable({avance, solde, redemandee}, {un_recouvrement(1000)})) ==
          "recouvrement.rien");
}

TEST_CASE("no more comes back than what is paid and was not given back") {
    auto avance = un_versement(Objet::avance, 0), solde = un_versement(Objet::solde, 1000);
    avance.montant = Money::cents(3000);
    solde.montant = Money::cents(500);
    auto un = un_recouvrement(1000, Decision::valide);
    CHECK(encore_verse({avance, solde}, {un}) == Money::cents(3500));
    un.retours.push_back({.rang = 1,
                          .montant = Money::cents(400),
                          .recu_le = core::Date::parse("2024-03-01").value(),
                          .reference = "V1",
                          .par = {},
                          .note_le = teleservice::tests::midi()});
    CHECK(encore_verse({avance, solde}, {un}) == Money::cents(3100));
    avance.sort = Sort::rejete;
    CHECK(encore_verse({avance, solde}, {un}) == Money::cents(100));
    CHECK(laisser_recouvrer({avance, solde}).error().code == "recouvrement.versement_renvoye");
    solde.sort = Sort::rejete;
    CHECK(encore_verse({avance, solde}, {un}) == Money{});
}

TEST_CASE("an advance that was sent back is asked for again as it is granted since") {
    auto avance = un_versement(Objet::avance, 0), solde = un_versement(Objet::solde, 1000);
    avance.montant = Money::cents(3000);
    avance.sort = Sort::rejete;
    Convention convention{.id = {},
                          .dossier = {},
                          .depot = 1,
                          .regles = {},
                          .forme = Forme::ad_hoc,
                          .accorde = {},
                          .avance = Money::cents(2000),
                          .empreinte = {},
                          .version = 1,
                          .preparee_par = {},
                          .preparee_le = teleservice::tests::midi()};
    const auto redemande = [&](const std::vector<Versement>& tous, const Versement& un) {
        return montant_a_redemander(convention, tous, un);
    };
    CHECK(redemande({avance}, avance) == Money::cents(2000));
    convention.avance = Money::cents(4000);
    CHECK(redemande({avance}, avance) == Money::cents(3000));
    // The balance was decided on the whole of it: what exceeds is recovered.
    convention.avance = Money::cents(2000);
    CHECK(redemande({avance, solde}, avance) == Money::cents(3000));
    solde.decision = Decision::rejete;
    CHECK(redemande({avance, solde}, avance) == Money::cents(2000));
    solde.decision = Decision::valide;
    solde.sort = Sort::rejete;
    solde.montant = Money::cents(700);
    CHECK(redemande({avance, solde}, solde) == Money::cents(700));
    CHECK(redemande({avance, solde}, avance) == Money::cents(3000));
}

TEST_CASE("two people decide it, and what came back is free again in the envelope") {
    essayer(1'000'000, [](Essai& essai) {
        Monde monde{essai};
        CHECK(monde.ouvre() == "recouvrement.rien");
        monde.preparer();
        CHECK(monde.ouvre("  ") == "recouvrement.motif");
        REQUIRE(monde.ouvre() == "fait");
        CHECK(monde.tous().back().montant == monde.trop);
        CHECK(monde.ouvre() == "recouvrement.rien");
        CHECK(monde.rend("1.00", "V1") == "recouvrement.pas_valide");
        CHECK(monde.decide(essai.guichet()) == "recouvrement.meme_personne");
        CHECK(monde.decide(essai.scene.corse()) == "recouvrement.inconnu");
        CHECK(monde.decide(essai.du_collegue(), "peut-être") == "versement.decision");
        REQUIRE(monde.decide(essai.du_collegue(), "rejete") == "fait");
        CHECK(monde.decide(essai.du_collegue()) == "recouvrement.deja_decide");
        REQUIRE(monde.ouvre() == "fait");
        REQUIRE(monde.decide(essai.du_collegue()) == "fait");
        const auto libre = essai.a(Compte::disponible), verse = essai.a(Compte::verse);
        CHECK(monde.rend("0.00", "V1") == "recouvrement.montant");
        CHECK(monde.rend((monde.trop + Money::cents(1)).text(), "V1") == "recouvrement.montant");
        CHECK(monde.rend("1.00", "V1", "2099-01-01") == "recouvrement.jour");
        CHECK(monde.rend("1.00", " ") == "recouvrement.reference");
        std::vector<FauteDeRetour> fautes;
        CHECK(monde.rend("trop", " ", "hier", &fautes) == "recouvrement.montant");
        REQUIRE(fautes.size() == 3);
        CHECK(fautes[0].chemin == "montant");
        CHECK(fautes[0].refus.detail == monde.trop.text());
        CHECK(fautes[1].chemin == "recu_le");
        CHECK(fautes[1].refus.code == "recouvrement.jour");
        CHECK(fautes[2].chemin == "reference");
        CHECK(fautes[2].refus.code == "recouvrement.reference");
        REQUIRE(monde.rend("0.01", "V1") == "fait");
        CHECK(monde.rend("0.01", "V1") == "recouvrement.reference_deja");
        REQUIRE(monde.rend((monde.trop - Money::cents(1)).text(), "V2") == "fait");
        CHECK(monde.rend("0.01", "V3") == "recouvrement.montant");
        CHECK(monde.tous().back().reste() == Money{});
        CHECK(rendu(monde.tous()) == monde.trop);
        CHECK(essai.a(Compte::disponible) == libre + monde.trop);
        CHECK(essai.a(Compte::verse) == verse - monde.trop);
        CHECK(essai.soldes().somme() == Money{});
    });
}

TEST_CASE("whatever comes back, paid less recovered is never below what is due, to the cent") {
    essayer(1'000'000, [](Essai& essai) {
        Monde monde{essai};
        monde.preparer();
        const auto du = essai.convention().accorde.total().total();
        std::mt19937 hasard{20240524};
        REQUIRE(monde.ouvre() == "fait");
        REQUIRE(monde.decide(essai.du_collegue()) == "fait");
        int reference = 0;
        while (monde.tous().back().reste() > Money{}) {
            const auto reste = monde.tous().back().reste().in_cents();
            std::uniform_int_distribution<std::int64_t> tirer{-5, reste + reste / 3 + 2};
            const auto voulu = reference > 20 ? reste : tirer(hasard);
            const auto issue =
                monde.rend(Money::cents(voulu).text(), "V" + std::to_string(++reference));
            CHECK((issue == "fait") == (voulu > 0 && voulu <= reste));
            const auto rendus = rendu(monde.tous());
            CHECK(essai.soldes().somme() == Money{});
            CHECK(essai.a(Compte::verse) == du + monde.trop - rendus);
            CHECK(essai.a(Compte::verse) >= du);
        }
        CHECK(essai.a(Compte::verse) == du);
        CHECK(monde.ouvre() == "recouvrement.rien");
    });
}

}  // namespace grappe::convention
