// The waiting list: ranks, their letters, what holds when money returns, told once of each move.
#include "portail/comite/attente.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "courrier/boite.hpp"
#include "portail/comite/proces_verbal.hpp"
#include "portail/comite/reveil.hpp"
#include "portail/comite/session_pour_tests.hpp"
#include "portail/instruction/decision_repository.hpp"
#include "portail/instruction/retrait.hpp"

namespace grappe::comite {
namespace {

namespace monde = teleservice::tests;
using core::Money;
using enveloppe::Compte, enveloppe::Ecriture, enveloppe::Enveloppe, enveloppe::Mouvement;
using storage::Reader, storage::Writer;
using tests::Scene, tests::Session, tests::Trois, tests::avec_trois;
using Ids = std::vector<std::string>;

const Enveloppe ici{"NA-2024", "75"}, ailleurs{"NA-2024", "94"};

EnAttente attend(const char* dossier, int rang, std::int64_t euros, int apres = 0) {
    return {dossier, "k", rang, apres, Money::euros(euros)};
}

Ecriture ecriture(std::size_t numero, const Mouvement& mouvement) {
    return {static_cast<int>(numero), mouvement, "", "", monde::midi()};
}

constexpr storage::Statement insert_agent{"essai.agent", R"(
    INSERT INTO compte (id, courriel, courriel_cle, nom, prenom, mot_de_passe, role, region,
                        cree_le, version)
    VALUES ($1, $1, $1, 'Exemple', 'Alix', '-', 'ars', '75', '2024-01-01T00:00:00Z', 1))"};

std::string opine_au_rang(const Session& session, const std::string& dossier, int rang,
                          const char* motif = "Enveloppe insuffisante.") {
    return session.fait([&](Writer& db) {
        return opiner(db, session.guichet(),
                      {.vise = {session.id},
                       .dossier = dossier,
                       .sens = "attente",
                       .recommandations = {},
                       .motif = motif,
                       .rang = rang},
                      monde::moyens());
    });
}

int plis(const Scene& scene, std::string_view mot) {
    const auto tous = scene.base.read([](Reader& db) {
        return courrier::a_envoyer(db, monde::instant("2030-01-01T00:00:00Z"), 200);
    });
    return static_cast<int>(std::ranges::count_if(
        tous, [&](const auto& pli) { return pli.message.objet.find(mot) != std::string::npos; }));
}

int reveille(const Scene& scene) {
    return envoyer_les_reveils(scene.base, scene.moyens(), scene.maintenant);
}

std::vector<ListeDAttente> listes(const Scene& scene, const Demandeur& qui) {
    return scene.base.read([&](Reader& db) { return listes_d_attente(db, qui).value(); });
}

void cede(const Scene& scene, std::int64_t euros) {
    REQUIRE(scene.base.write([&](Writer& db) {
        return enveloppe::ecrire(db, enveloppe::cession(ici, ailleurs, Money::euros(euros)),
                                 {"Essai.", "essai", scene.maintenant});
    }));
}

void retire(const Scene& scene, const std::string& dossier) {
    REQUIRE(scene.base.write([&](Writer& db) {
        return instruction::retirer(db, scene.porteur(), {.dossier = dossier, .motif = "Abandon."},
                                    scene.moyens());
    }));
}

// A list of up to eight, in the order of its ranks.
std::vector<EnAttente> tirer_liste(std::mt19937& hasard) {
    std::vector<EnAttente> liste;
    for (int rang = 1; rang <= static_cast<int>(hasard() % 9); ++rang)
        liste.push_back({"d" + std::to_string(rang), "k", rang, static_cast<int>(hasard() % 20),
                         Money::cents(static_cast<std::int64_t>(hasard() % 90'000))});
    return liste;
}

Mouvement tirer_mouvement(std::mt19937& hasard) {
    const auto un = [&](unsigned parmi) { return static_cast<std::int64_t>(hasard() % parmi); };
    const enveloppe::Somme somme{ici, "f" + std::to_string(un(3)), Money::cents(un(60'000))};
    switch (un(7)) {
        case 0:
            return enveloppe::ouverture(ici, somme.montant);
        case 1:
            return enveloppe::engagement(somme);
        case 2:
            return enveloppe::versement(somme);
        case 3:
            return enveloppe::liberation(somme, un(2) == 0 ? Compte::reserve : Compte::engage);
        case 4:
            return enveloppe::recouvrement(somme);
        case 5:
            return un(2) == 0 ? enveloppe::cession(ici, ailleurs, somme.montant)
                              : enveloppe::cession(ailleurs, ici, somme.montant);
        default:
            return enveloppe::reservation(somme);
    }
}

std::vector<Ecriture> tirer_livre(std::mt19937& hasard) {
    enveloppe::Soldes soldes;
    std::vector<Ecriture> livre;
    for (const auto& ou : {ici, ailleurs})
        livre.push_back(
            ecriture(livre.size() + 1, enveloppe::ouverture(ou, Money::cents(200'000))));
    for (const auto& une : livre) soldes.relire(une.mouvement);
    for (int n = 0; n < 60; ++n) {
        const auto mouvement = tirer_mouvement(hasard);
        if (soldes.passer(mouvement)) livre.push_back(ecriture(livre.size() + 1, mouvement));
    }
    return livre;
}

Money cout(const std::vector<EnAttente>& liste, const Ids& ids) {
    Money somme;
    for (const auto& un : liste)
        if (std::ranges::find(ids, un.dossier) != ids.end()) somme += un.montant;
    return somme;
}

// No rank is passed over before the stop, and nothing more would hold.
void verifier(const std::vector<EnAttente>& liste, const Reveil& reveil) {
    const auto& [dans_l_ordre, arret, en_sautant] = reveil.tenue;
    for (std::size_t n = 0; n < dans_l_ordre.size(); ++n)
        CHECK(dans_l_ordre[n] == liste[n].dossier);
    CHECK(arret.has_value() == (dans_l_ordre.size() < liste.size()));
    if (arret) CHECK(arret->dossier == liste[dans_l_ordre.size()].dossier);
    if (arret) CHECK(arret->manque > Money{});
    CHECK(cout(liste, dans_l_ordre) + cout(liste, en_sautant) <= reveil.libre);
    CHECK(reveil.revenu > Money{});
}

}  // namespace

TEST_CASE("what holds: in the order of ranks, to the euro, and what a passed rank would leave") {
    const std::vector<EnAttente> liste{attend("a", 1, 100), attend("b", 2, 300),
                                       attend("c", 3, 50)};
    const auto tout = ce_qui_tient(liste, Money::euros(450));
    CHECK(tout.dans_l_ordre == Ids{"a", "b", "c"});
    CHECK_FALSE(tout.arret);
    const auto presque = ce_qui_tient(liste, Money::euros(399));
    CHECK(presque.dans_l_ordre == Ids{"a"});
    REQUIRE(presque.arret);
    CHECK(presque.arret->dossier == "b");
    CHECK(presque.arret->manque == Money::euros(1));
    CHECK(presque.en_sautant == Ids{"c"});
    CHECK(ce_qui_tient(liste, Money::euros(49)).vide());
    CHECK(ce_qui_tient({}, Money::euros(49)).vide());
}

TEST_CASE("money that returns is told; what a desk opens itself is not, nor what came before") {
    const std::vector<EnAttente> liste{attend("a", 1, 10, 2)};
    std::vector<Ecriture> livre{ecriture(1, enveloppe::ouverture(ici, Money::euros(100))),
                                ecriture(2, enveloppe::reservation({ici, "f", Money::euros(90)}))};
    CHECK_FALSE(reveiller(ici, livre, liste, 0));
    livre.push_back(ecriture(3, enveloppe::ouverture(ici, Money::euros(5))));
    CHECK_FALSE(reveiller(ici, livre, liste, 0));
    livre.push_back(
        ecriture(4, enveloppe::liberation({ici, "f", Money::euros(20)}, Compte::reserve)));
    const auto reveil = reveiller(ici, livre, liste, 0);
    REQUIRE(reveil);
    CHECK(reveil->mouvement == 4);
    CHECK(reveil->revenu == Money::euros(20));
    CHECK(reveil->libre == Money::euros(35));
    CHECK(reveil->tenue.dans_l_ordre == Ids{"a"});
    CHECK_FALSE(reveiller(ici, livre, liste, 4));                    // told
    CHECK_FALSE(reveiller(ici, livre, {attend("a", 1, 10, 4)}, 0));  // it waits since
    CHECK_FALSE(reveiller(ici, livre, {}, 0));
    CHECK_FALSE(reveiller(ailleurs, livre, liste, 0));
}

TEST_CASE("any sequence of moves: the same waking each time, never more than is free, each once") {
    int dits = 0;
    for (unsigned graine = 0; graine < 400; ++graine) {
        CAPTURE(graine);
        std::mt19937 hasard{graine};
        const auto liste = tirer_liste(hasard);
        const auto livre = tirer_livre(hasard);
        int dit = 0, racontes = 0;
        Money raconte;
        std::vector<Ecriture> jusque_la;
        for (const auto& ecriture : livre) {
            jusque_la.push_back(ecriture);
            if (hasard() % 3 == 0) continue;  // the task does not run after each move
            const auto reveil = reveiller(ici, jusque_la, liste, dit);
            const auto encore = reveiller(ici, jusque_la, liste, dit);
            REQUIRE(reveil.has_value() == encore.has_value());
            if (!reveil) continue;
            CHECK(reveil->tenue.dans_l_ordre == encore->tenue.dans_l_ordre);
            CHECK(reveil->mouvement > dit);
            verifier(liste, *reveil);
            dit = reveil->mouvement;  // from here on, what a crash before it would not have kept
            raconte += reveil->revenu;
            ++racontes;
            CHECK_FALSE(reveiller(ici, jusque_la, liste, dit));
        }
        Money revenu;
        for (const auto& [numero, mouvement, motif, par, quand] : livre)
            if (!liste.empty() && numero <= dit &&
                numero > std::ranges::min(liste, {}, &EnAttente::apres).apres &&
                revient(mouvement, ici))
                revenu += mouvement.montant;
        CHECK(raconte == revenu);
        dits += racontes;
    }
    CHECK(dits > 500);
}

TEST_CASE("a rank is of one dossier, of a wait alone, and waits with its letter and its reason") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("315000.00") == "fait");
        CHECK(session.opine(a, "favorable") == "fait");
        CHECK(opine_au_rang(session, b, 0) == "comite.rang");
        CHECK(opine_au_rang(session, b, 10'000) == "comite.rang");
        CHECK(session.opine(b, "attente", "Enveloppe.") == "comite.rang");
        CHECK(opine_au_rang(session, b, 1, "") == "comite.motif");
        CHECK(opine_au_rang(session, b, 1) == "fait");
        CHECK(opine_au_rang(session, c, 1) == "comite.rang_pris");
        CHECK(opine_au_rang(session, c, 2) == "fait");
        CHECK(opine_au_rang(session, b, 3) == "fait");  // it leaves the first rank
        CHECK(opine_au_rang(session, c, 1) == "fait");
        CHECK(opine_au_rang(session, b, 2) == "fait");
        REQUIRE(session.notifie() == "publie");
        CHECK(plis(scene, "liste d'attente") == 2);
        scene.base.read([&](Reader& db) {
            CHECK(teleservice::trouver(db, b)->statut == teleservice::Statut::recevable);
            const auto dits = resultats(db, b);
            REQUIRE(dits.size() == 1);
            CHECK(dits[0].sens == Sens::attente);
            CHECK(dits[0].rang == 2);
            return 0;
        });
        const auto lues = listes(scene, scene.guichet());
        REQUIRE(lues.size() == 1);
        REQUIRE(lues[0].dossiers.size() == 2);
        CHECK(lues[0].dossiers[0].attente.dossier == c);
        CHECK(lues[0].dossiers[1].attente.dossier == b);
        CHECK(lues[0].cout() == Money::euros(735'000));
        CHECK(listes(scene, scene.corse()).empty());
        CHECK(scene.base.read([&](Reader& db) {
            return listes_d_attente(db, session.siege(0)).error().code;
        }) == "acces.interdit");
    });
}

TEST_CASE("money returns: the desk is told once of each move, and a committee takes it up") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        (void)scene.base.write([](Writer& db) -> core::Result<void> {
            for (const auto* agent : {"agent-1@exemple.fr", "agent-2@exemple.fr"})
                db.run(insert_agent, agent);
            return {};
        });
        const auto agents = static_cast<int>(
            scene.base.read([](Reader& db) { return instruction::comptes_du_guichet(db, "75"); })
                .size());
        REQUIRE(session.convoque("315000.00") == "fait");
        CHECK(session.opine(a, "favorable") == "fait");
        CHECK(opine_au_rang(session, c, 1) == "fait");
        CHECK(opine_au_rang(session, b, 2) == "fait");
        REQUIRE(session.notifie() == "publie");
        cede(scene, 6'909'033 - 315'000 - 100'000);
        CHECK(reveille(scene) == 0);  // what leaves wakes nobody
        retire(scene, a);
        CHECK(reveille(scene) == agents);
        CHECK(reveille(scene) == 0);
        CHECK(plis(scene, "reviennent") == agents);
        auto lue = listes(scene, scene.guichet()).front();
        CHECK(lue.libre == Money::euros(415'000));
        REQUIRE(lue.reveils.size() == 1);
        CHECK(lue.reveils[0].revenu == Money::euros(315'000));
        // 420 000 does not hold: the second would, if a committee says why it passes the first.
        REQUIRE(lue.tenue.arret);
        CHECK(lue.tenue.arret->dossier == c);
        CHECK(lue.tenue.arret->manque == Money::euros(5'000));
        CHECK(sort_de(lue.tenue, b) == "en_sautant");
        REQUIRE(lue.reveils[0].dossiers.size() == 1);
        CHECK(lue.reveils[0].dossiers[0].saute);
        scene.maintenant = monde::instant("2024-06-10T10:00:00Z");
        REQUIRE(session.convoque("415000.00", {}, "2") == "fait");  // a later window sees them too
        REQUIRE(session.vue(scene.guichet()).candidats.size() == 2);
        CHECK(session.vue(scene.guichet()).candidats[0].candidat.attente);
        CHECK(session.opine(b, "favorable") == "fait");
        CHECK(opine_au_rang(session, c, 1) == "fait");
        CHECK(session.notifie() == "comite.rang_saute ");
        CHECK(session.opine(b, "favorable", "Le premier ne tient pas dans l'enveloppe.") == "fait");
        const auto pv = scene.base.read([&](Reader& db) {
            return proces_verbal(db, scene.guichet(), session.id, scene.moyens()).value();
        });
        std::string tout;
        for (const auto& paragraphe : pv.paragraphes) tout += paragraphe + "\n";
        CHECK(tout.find("Il passe avant le dossier") != std::string::npos);
        CHECK(tout.find("au rang 1 de la liste du comité") != std::string::npos);
        REQUIRE(session.notifie() == "publie");
        lue = listes(scene, scene.guichet()).front();
        REQUIRE(lue.dossiers.size() == 1);
        CHECK(lue.dossiers[0].attente.dossier == c);
        CHECK(reveille(scene) == 0);
    });
}

TEST_CASE("who declared an interest before a committee of the list reads none of it, and no mail") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("315000.00") == "fait");
        CHECK(session.opine(a, "favorable") == "fait");
        CHECK(opine_au_rang(session, b, 1) == "fait");
        CHECK(opine_au_rang(session, c, 2) == "fait");
        REQUIRE(session.fait([&](Writer& db) {
            return declarer(db, scene.guichet(),
                            {.vise = {session.id}, .organisme = "330000001", .motif = "Lien."});
        }) == "fait");
        REQUIRE(session.notifie() == "publie");
        const auto lue = listes(scene, scene.guichet()).front();
        CHECK(lue.ecartee);
        CHECK(lue.dossiers.empty());
        CHECK(lue.cout() == Money{});
    });
}

}  // namespace grappe::comite
