// A committee on every engine: from its convocation to results that are public at one instant.
#include "portail/comite/comite.hpp"

#include <doctest/doctest.h>

#include "courrier/boite.hpp"
#include "portail/comite/comite_repository.hpp"
#include "portail/comite/notification.hpp"
#include "portail/comite/proposition.hpp"
#include "portail/comite/vue.hpp"
#include "portail/instruction/monde_pour_tests.hpp"
#include "portail/instruction/retrait.hpp"

namespace grappe::comite {
namespace {

namespace monde = teleservice::tests;
using core::Money;
using instruction::tests::Scene, instruction::tests::sur_chaque_base;
using storage::Reader, storage::Writer;

constexpr storage::Statement insert_membre{"essai.membre", R"(
    INSERT INTO compte (id, courriel, courriel_cle, nom, prenom, mot_de_passe, role, region,
                        cree_le, version)
    VALUES ($1, $1, $1, 'Exemple', 'Camille', '-', 'comite', $2, '2024-01-01T00:00:00Z', 1))"};

const access::Acteur& membre(int rang) {
    static const access::Acteur tous[] = {
        {.compte = "membre-1", .role = access::Role::comite, .region = "75"},
        {.compte = "membre-2", .role = access::Role::comite, .region = "75"},
        {.compte = "membre-3", .role = access::Role::comite, .region = "94"}};
    return tous[rang];
}

// The committee of a window, with what its people do, one transaction each.
struct Session {
    Scene& scene;
    std::string id{};

    Demandeur guichet() const { return scene.guichet(); }
    Demandeur siege(int rang) const { return {membre(rang), scene.maintenant}; }

    template <class Faire>
    std::string fait(Faire faire) const {
        return Scene::issue(scene.base.write([&](Writer& db) { return faire(db); }));
    }
    std::string convoque(const char* enveloppe, std::optional<std::int64_t> quorum = {},
                         const char* fenetre = "1") {
        const auto cree = scene.base.write([&](Writer& db) {
            return convoquer(db, guichet(),
                             {.appel = "NA-2024",
                              .fenetre = fenetre,
                              .tenu_le = "2024-06-04",
                              .enveloppe = enveloppe,
                              .quorum = quorum},
                             scene.moyens());
        });
        if (cree) id = cree->id;
        return Scene::issue(cree);
    }
    std::string opine(const std::string& dossier, const char* sens, const char* motif = "",
                      const char* recommandations = "") const {
        return fait([&](Writer& db) {
            return opiner(db, guichet(),
                          {.vise = {id},
                           .dossier = dossier,
                           .sens = sens,
                           .recommandations = recommandations,
                           .motif = motif},
                          monde::moyens());
        });
    }
    std::string vote(int rang, const std::string& dossier, const char* sens) const {
        return fait([&](Writer& db) {
            return voter(db, siege(rang), {.vise = {id}, .dossier = dossier, .sens = sens},
                         monde::moyens());
        });
    }
    std::string declare(int rang, const char* organisme) const {
        return fait([&](Writer& db) {
            return declarer(db, siege(rang),
                            {.vise = {id}, .organisme = organisme, .motif = "J'y siège."});
        });
    }
    std::string dessine(const char* nom, std::vector<std::string> retenus,
                        bool choisi = false) const {
        return fait([&](Writer& db) {
            return ecrire(
                db, guichet(),
                {.vise = {id}, .nom = nom, .retenus = std::move(retenus), .choisi = choisi},
                monde::moyens());
        });
    }
    // "publie", or the codes of what keeps it back.
    std::string notifie() const {
        const auto fait = scene.base.write(
            [&](Writer& db) { return notifier(db, guichet(), {id}, scene.moyens()); });
        if (!fait) return fait.error().code;
        std::string codes;
        for (const auto& un : fait->empechements) codes += un.code + " ";
        return codes.empty() ? "publie" : codes;
    }
    Vue vue(const Demandeur& qui) const {
        return scene.base.read(
            [&](Reader& db) { return voir(db, qui, id, scene.moyens()).value(); });
    }
    Money disponible() const {
        const auto soldes = vue(guichet()).soldes;
        return soldes.disponible({"NA-2024", "75"});
    }
};

// Another dossier of the desk, receivable.
std::string recevable(Scene& scene, const char* prefixe, const char* siret, int essms = 15) {
    Scene autre{scene.base, scene.maintenant};
    autre.id = scene.base
                   .write([&](Writer& db) {
                       return teleservice::creer(db, scene.porteur(), "NA-2024", monde::appels());
                   })
                   .value()
                   .id;
    REQUIRE(scene.base.write([&](Writer& db) {
        return teleservice::ecrire(
            db, scene.porteur(),
            {.dossier = autre.id,
             .version = 1,
             .contenu = monde::contenu_de(
                 {.essms = essms, .prefixe = prefixe, .departement = "33", .siret = siret})},
            scene.moyens());
    }));
    autre.depose();
    REQUIRE(autre.prend(scene.guichet()) == "fait");
    for (const auto& point : autre.examen().points)
        if (point.retient) CHECK(autre.apprecie(point.regle, "conforme") == "fait");
    REQUIRE(autre.tranche("recevable") == "fait");
    return autre.id;
}

std::string statut(const Scene& scene, const std::string& dossier) {
    return scene.base.read([&](Reader& db) {
        return std::string{core::name_of(teleservice::trouver(db, dossier)->statut)};
    });
}

struct Trois {
    std::string a, b, c;
};
void avec_trois(const std::function<void(Scene&, Session&, const Trois&)>& essai) {
    sur_chaque_base([&](Scene& scene) {
        (void)scene.base.write([](Writer& db) -> core::Result<void> {
            for (int rang = 0; rang < 3; ++rang)
                db.run(insert_membre, membre(rang).compte, membre(rang).region);
            return {};
        });
        const Trois trois{recevable(scene, "33980", "99999900600011"),
                          recevable(scene, "33981", "99999907100007"),
                          recevable(scene, "33982", "99999908900009", 20)};
        Session session{scene};
        essai(scene, session, trois);
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
        CHECK(tout.find("« Large »") != std::string::npos);
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

TEST_CASE("a proposal is the best set under what is stated, and it decides nothing") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("700000.00") == "fait");
        const auto etude = [&](const Enonce& enonce) {
            return scene.base.read([&](Reader& db) {
                return etudier(db, scene.guichet(), {{session.id}, enonce}, monde::moyens());
            });
        };
        using Etat = proposition::Proposition::Etat;
        const auto libre = etude({});  // each counts for one: the two that are less costly
        REQUIRE(libre);
        CHECK(libre->proposition.etat == Etat::proposee);
        CHECK(libre->proposition.departagee);
        CHECK(libre->proposition.ensemble.total == Money::euros(630'000));
        REQUIRE(libre->entrees.size() == 1);
        const auto pesee = etude({.points = {{c, 5}, {a, 1}}});
        REQUIRE(pesee);
        CHECK(pesee->retenus == std::vector{c});
        const auto impossible = etude({.enveloppe = Money::euros(1000), .imposes = {a}});
        REQUIRE(impossible);
        CHECK(impossible->proposition.etat == Etat::impossible);
        CHECK(impossible->impossibilite->coupables.size() == 2);
        CHECK(etude({.exclus = {"ailleurs"}}).error().code == "comite.scenario_dossier");
        CHECK(etude({.imposes = {b}, .exclus = {b}}).error().code == "proposition.deux_fois");
        CHECK(session.vue(scene.guichet()).scenarios.empty());
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
