// A committee on every engine: from its convocation to results that are public at one instant.
#include "portail/comite/comite.hpp"

#include <doctest/doctest.h>

#include "courrier/boite.hpp"
#include "portail/comite/comite_repository.hpp"
#include "portail/comite/session_pour_tests.hpp"
#include "portail/instruction/retrait.hpp"

namespace grappe::comite {
namespace {

namespace monde = teleservice::tests;
using core::Money;
using storage::Reader, storage::Writer;
using tests::Scene, tests::Session, tests::Trois, tests::avec_trois;

std::string statut(const Scene& scene, const std::string& dossier) {
    return scene.base.read([&](Reader& db) {
        return std::string{core::name_of(teleservice::trouver(db, dossier)->statut)};
    });
}

// What is seen of that dossier.
CandidatVu vu(const Vue& vue, const std::string& dossier) {
    for (const auto& un : vue.candidats)
        if (un.candidat.dossier.id == dossier) return un;
    FAIL("no such candidate");
    return vue.candidats.front();
}

int lettres(const Scene& scene, std::string_view mot) {
    int combien = 0;
    for (const auto& pli : scene.base.read([](Reader& db) {
             return courrier::a_envoyer(db, monde::instant("2030-01-01T00:00:00Z"), 200);
         }))
        combien += pli.message.objet.find(mot) != std::string::npos ? 1 : 0;
    return combien;
}

}  // namespace

TEST_CASE("a committee from its convocation to its results, published at one instant") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("800000.00") == "fait");
        const auto avant = session.vue(scene.guichet());
        REQUIRE(avant.candidats.size() == 3);
        CHECK(vu(avant, a).candidat.montant == Money::euros(315'000));
        const auto& constats = vu(avant, a).candidat.constats;
        REQUIRE_FALSE(constats.empty());
        for (const auto& constat : constats) CHECK(constat.repondus <= constat.nombre);
        CHECK(session.disponible() == Money::euros(6'909'033));
        CHECK(avant.limite == Money::euros(800'000));
        CHECK(session.opine(a, "favorable") == "fait");
        CHECK(session.opine(b, "reserve") == "comite.motif");
        CHECK(session.opine(b, "reserve", "Le pilotage reste à décrire.") == "fait");
        CHECK(session.notifie() == "comite.avis_manquant ");
        CHECK(session.opine(c, "favorable_avec_recommandations") == "comite.recommandations");
        CHECK(session.opine(c, "favorable_avec_recommandations", "", "Suivre le ROR.") == "fait");
        CHECK(statut(scene, a) == "recevable");  // nothing is public
        REQUIRE(session.notifie() == "publie");
        CHECK(statut(scene, a) == "notifie");
        CHECK(statut(scene, b) == "reserve");
        CHECK(statut(scene, c) == "notifie");
        CHECK(session.disponible() == Money::euros(6'909'033 - 315'000 - 420'000));
        CHECK(lettres(scene, "retenu") == 2);
        CHECK(lettres(scene, "réserve") == 1);
        CHECK(session.notifie() == "comite.notifie");
        CHECK(session.opine(a, "defavorable", "Trop tard.") == "comite.notifie");
        scene.base.read([&](Reader& db) {
            const auto dits = resultats(db, c);
            REQUIRE(dits.size() == 1);
            CHECK(dits[0].sens == Sens::favorable_avec_recommandations);
            CHECK(dits[0].recommandations == "Suivre le ROR.");
            CHECK(dits[0].montant == Money::euros(420'000));
            return 0;
        });
        REQUIRE(session.vue(scene.guichet()).candidats.size() == 3);
        // What was published is read back, not judged again.
        const Element de_plus{.secteur = "PA", .departement = "24", .statut = "", .essms = 7};
        REQUIRE(scene.base.write([&](Writer& db) -> core::Result<void> {
            ajouter(db, PartPubliee{session.id, c, de_plus});
            return {};
        }));
        CHECK(vu(session.vue(scene.guichet()), c).candidat.essms == 27);
        CHECK(session.vue(scene.guichet()).retenu.montant == Money::euros(735'000));
    });
}

TEST_CASE("the envelope is told while drawing, and kept when publishing") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("734999.99") == "fait");
        CHECK(session.dessine("Tout", {a, b, c}) == "fait");
        CHECK(session.vue(scene.guichet()).totaux[0].montant == Money::euros(1'050'000));
        for (const auto& id : {a, c}) CHECK(session.opine(id, "favorable") == "fait");
        CHECK(session.opine(b, "defavorable", "Moyens insuffisants.") == "fait");
        CHECK(session.notifie() == "comite.enveloppe_depassee ");
        CHECK(statut(scene, b) == "recevable");
        CHECK(session.opine(a, "defavorable", "Moyens insuffisants.") == "fait");
        CHECK(session.notifie() == "publie");
        CHECK(statut(scene, a) == "defavorable");
        CHECK(statut(scene, c) == "notifie");
    });
}

TEST_CASE("two scenarios side by side, and an opinion that departs from the chosen one says why") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("2000000.00") == "fait");
        CHECK(session.dessine("Prudent", {a}) == "fait");
        CHECK(session.dessine("Large", {b, c}, true) == "fait");
        CHECK(session.dessine("Ailleurs", {"nulle-part"}) == "comite.scenario_dossier");
        CHECK(session.dessine(" ", {a}) == "comite.scenario_nom");
        const auto ecarts = session.vue(scene.guichet()).ecarts;
        REQUIRE(ecarts.size() == 1);
        std::string tout;
        for (const auto& phrase : ecarts[0].phrases) tout += phrase + "\n";
        CHECK(tout.find("315") != std::string::npos);
        CHECK(tout.find("«\u00a0Large\u00a0»") != std::string::npos);
        CHECK(tout.find('{') == std::string::npos);
        CHECK(session.opine(a, "favorable") == "comite.ecart_sans_motif");
        CHECK(session.opine(a, "favorable", "Priorité du département.") == "fait");
        CHECK(vu(session.vue(scene.guichet()), a).avis->ecarts == "Large");
        CHECK(session.opine(b, "favorable") == "fait");
        CHECK(session.dessine("Large", {a, b, c}, true) == "fait");  // replaced
        CHECK(session.vue(scene.guichet()).scenarios.size() == 2);
        CHECK(session.opine(a, "favorable") == "fait");
    });
}

TEST_CASE("who has an interest neither reads nor votes, and the quorum is counted without them") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& a = trois.a;
        REQUIRE(session.convoque("2000000.00", 100) == "fait");
        CHECK(session.opine(a, "favorable") == "comite.quorum");
        CHECK(session.vote(0, a, "favorable") == "fait");
        CHECK(session.vote(1, a, "reserve") == "fait");
        CHECK(session.vote(2, a, "favorable") == "comite.inconnu");  // of another region
        CHECK(session.declare(1, "12") == "comite.organisme");
        CHECK(session.declare(1, "99999900600011") == "fait");
        CHECK(session.vote(1, a, "favorable") == "comite.interet");
        CHECK(session.opine(a, "favorable") == "fait");
        const auto lu = vu(session.vue(scene.guichet()), a);
        CHECK(lu.votes.size() == 1);
        REQUIRE(lu.avis);
        CHECK(lu.avis->presence.membres == 2);
        CHECK(lu.avis->presence.ecartes == 1);
        CHECK(lu.avis->presence.requis == 1);
        const auto siege = session.vue(session.siege(1));
        CHECK(vu(siege, a).ecarte);
        CHECK_FALSE(vu(siege, a).avis);
        CHECK(vu(siege, a).votes.empty());
        CHECK_FALSE(vu(siege, trois.b).ecarte);
        CHECK(vu(session.vue(session.siege(0)), a).avis);
    });
}

TEST_CASE("a committee looks at receivable dossiers of its desk and its window only (SEL-01)") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        CHECK(session.convoque("10.00", {}, "9") == "comite.fenetre");
        CHECK(session.convoque("-1") == "comite.enveloppe");
        REQUIRE(session.convoque("100000.00", {}, "2") == "fait");
        CHECK(session.vue(scene.guichet()).candidats.empty());
        CHECK(session.opine(trois.a, "favorable") == "comite.hors_fenetre");
        CHECK(session.opine("inconnu", "favorable") == "dossier.inconnu");
        CHECK(session.opine(scene.id, "favorable") == "dossier.inconnu");  // a draft
        CHECK(session.notifie() == "comite.sans_dossier ");
        const auto corse = scene.base.read(
            [&](Reader& db) { return voir(db, scene.corse(), session.id, scene.moyens()); });
        CHECK(corse.error().code == "comite.inconnu");
        const auto porteur = scene.base.write([&](Writer& db) {
            return convoquer(
                db, scene.porteur(),
                {.appel = "NA-2024", .fenetre = "1", .tenu_le = "2024-06-04", .enveloppe = "1"},
                scene.moyens());
        });
        CHECK(porteur.error().code == "acces.interdit");
    });
}

TEST_CASE("a reservation goes to the next window, and a withdrawal gives its money back") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("2000000.00") == "fait");
        CHECK(session.opine(a, "reserve", "À mûrir.") == "fait");
        CHECK(session.opine(b, "favorable") == "fait");
        CHECK(session.opine(c, "defavorable", "Hors sujet.") == "fait");
        REQUIRE(session.notifie() == "publie");
        REQUIRE(session.convoque("2000000.00", {}, "2") == "fait");
        const auto suite = session.vue(scene.guichet());
        REQUIRE(suite.candidats.size() == 1);
        CHECK(suite.candidats[0].candidat.reserves == 1);
        CHECK(suite.equilibres[0].portefeuille.ensemble.essms == 15);
        CHECK(session.opine(a, "reserve", "Encore.") == "comite.reserve_sans_suite");
        CHECK(session.disponible() == Money::euros(6'909'033 - 315'000));
        REQUIRE(scene.base.write([&](Writer& db) {
            return instruction::retirer(db, scene.porteur(), {.dossier = b, .motif = "Abandon."},
                                        scene.moyens());
        }));
        CHECK(session.disponible() == Money::euros(6'909'033));
        CHECK(session.vue(scene.guichet()).equilibres[0].portefeuille.ensemble.essms == 0);
    });
}
TEST_CASE("shares are counted in establishments, to the thousandth, half up") {
    const std::vector<Element> elements{
        {.secteur = "PA", .departement = "33", .essms = 2, .montant = Money::euros(10)},
        {.secteur = "PH", .departement = "33", .essms = 1, .constats = {{"ror", "oui"}}}};
    const auto secteurs = equilibre({Genre::secteur}, elements);
    CHECK(secteurs.pour_mille("PA") == 667);
    CHECK(secteurs.pour_mille("PH") == 333);
    CHECK(secteurs.pour_mille("AHI") == 0);
    CHECK(en_pour_cent(667) == "66,7 %");
    CHECK(equilibre({Genre::departement}, elements).pour_mille("33") == 1000);
    CHECK(equilibre({Genre::critere, "ror"}, elements).pour_mille("") == 667);
    CHECK(equilibre({Genre::secteur}, {}).pour_mille("PA") == 0);
}

}  // namespace grappe::comite
