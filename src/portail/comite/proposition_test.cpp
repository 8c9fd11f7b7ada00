// A proposal on every engine: what is stated, what is found, what stays of it.
#include "portail/comite/proposition.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "portail/comite/calculs.hpp"
#include "portail/comite/session_pour_tests.hpp"

namespace grappe::comite {
namespace {

using core::Money;
using storage::Reader, storage::Writer;
using tests::Scene, tests::Session, tests::Trois, tests::avec_trois;

}  // namespace

TEST_CASE("a proposal is the best set under what is stated, and it decides nothing") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("700000.00") == "fait");
        const auto etude = [&](const Enonce& enonce) -> core::Result<Etude> {
            const auto preparee = session.prepare(enonce);
            if (!preparee) return preparee.error();
            return etudier(*preparee, {});
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

TEST_CASE("points come from what was stated and what the session found, and say how") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("700000.00") == "fait");
        REQUIRE(session.releve(a, "ror", "oui") == "fait");
        REQUIRE(session.releve(b, "ror", "en_partie") == "fait");
        const auto preparee =
            session.prepare({.points = {{a, 5}},
                             .poids = {{"ror", Presente::oui, 3}, {"ror", Presente::en_partie, 1}},
                             .par_essms = 2});
        REQUIRE(preparee);
        std::map<std::string, PointsDits> points;
        for (std::size_t n = 0; n < preparee->candidats.size(); ++n)
            points[preparee->candidats[n].dossier.id] = preparee->points[n];
        const auto de = [&](const std::string& id) { return points[id].points; };
        const auto essms = trouver(preparee->candidats, a)->essms;
        CHECK(de(a) == 5 + 3 + 2 * essms);
        CHECK(de(b) == 1 + 2 * trouver(preparee->candidats, b)->essms);
        CHECK(de(c) == 2 * trouver(preparee->candidats, c)->essms);
        CHECK(points[a].detail.starts_with("5 énoncés, 3 pour «\u00a0"));
        CHECK(session.prepare({}).value().points[0].points == 1);
        // A dossier is named by its number as well, and once.
        const auto numero = trouver(preparee->candidats, a)->numero;
        const auto par_numero =
            session.prepare({.points = {{numero, 5}}, .imposes = {numero}, .exclus = {b}}).value();
        CHECK(par_numero.enonce.points == std::map<std::string, std::int64_t>{{a, 5}});
        CHECK(par_numero.enonce.imposes == std::vector{a});
        CHECK(par_numero.enonce.exclus == std::vector{b});
        CHECK(par_numero.demande.contraintes.imposes == std::vector{numero});
        const auto deux_fois = session.prepare({.points = {{a, 5}, {numero, 5}}});
        CHECK(deux_fois.error().code == "comite.points_deux_fois");
        CHECK(deux_fois.error().detail == numero);
        CHECK(session.prepare({.imposes = {a, numero}}).error().code == "proposition.deux_fois");
        for (const std::int64_t faux : {std::int64_t{-1}, std::int64_t{2'000'000'000}})
            CHECK(session.prepare({.points = {{a, faux}}}).error().code == "proposition.points");
        CHECK(scene.base.read([&](Reader& db) { return propositions(db, session.id); }).empty());
    });
}

TEST_CASE("a committee that was read already is not judged again") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("700000.00") == "fait");
        REQUIRE(session.releve(a, "ror", "non") == "fait");
        REQUIRE(session.releve(a, "ror", "oui") == "fait");
        const Enonce enonce{.points = {{c, 5}},
                            .poids = {{"ror", Presente::oui, 3}},
                            .parts_minimales = {{"ror", "oui", core::Fraction{1, 8}}},
                            .exclus = {b}};
        const auto& phrases = scene.moyens().regles.phrases;
        const auto depuis = [&](const Demandeur& qui, const Vue& vue) {
            return scene.base.read([&](Reader& db) {
                return preparer(db, qui, {{session.id}, enonce}, DejaVu{vue, phrases});
            });
        };
        const auto vue = session.vue(scene.guichet());
        const auto lue = depuis(scene.guichet(), vue).value();
        const auto jugee = session.prepare(enonce).value();
        const auto dite = [&](const Preparee& une) {
            auto gardee = decrire(scene.guichet(), une, etudier(une, {}), phrases);
            std::string texte = gardee.phrase;
            for (const auto& [genre, cle, valeur, nom, points, montant, suite] : gardee.lignes)
                texte += "\n" + cle + " " + valeur + " " + nom + " " +
                         std::to_string(points.value_or(-1)) + " " +
                         montant.value_or(Money{}).text() + " " + suite;
            return texte;
        };
        CHECK(dite(lue) == dite(jugee));
        CHECK(lue.points[0].points + lue.points[1].points + lue.points[2].points == 8);
        CHECK(depuis(session.siege(0), vue).error().code == "comite.interdit");
        REQUIRE(session.declare(0, "99999907100007") == "fait");
        CHECK(depuis(scene.guichet(), session.vue(session.siege(0))).error().code ==
              "comite.interet");
    });
}

TEST_CASE("a proposal stays with what was stated, and its rules are taken up again") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("700000.00") == "fait");
        const Enonce enonce{.enveloppe = Money::euros(700'000),
                            .points = {{a, 2}, {c, 5}},
                            .poids = {{"ror", Presente::oui, 1}},
                            .par_essms = 1,
                            .parts_minimales = {{"secteur", "PA", core::Fraction{1, 8}},
                                                {"departement", "33", Money::euros(10)},
                                                {"statut", "public", core::Fraction{1, 3}}},
                            .imposes = {a},
                            .exclus = {b}};
        const auto numero = session.calcule(enonce);
        CHECK(numero == 1);
        CHECK(session.calcule({}) == 2);
        const auto lue = session.proposition(1);
        const auto reprise = enonce_de(lue);
        CHECK(reprise.enveloppe == enonce.enveloppe);
        CHECK(reprise.points == enonce.points);
        CHECK(reprise.par_essms == 1);
        REQUIRE(reprise.poids.size() == 1);
        CHECK(reprise.poids[0].constat == Presente::oui);
        REQUIRE(reprise.parts_minimales.size() == 3);
        for (std::size_t k = 0; k < 3; ++k)
            CHECK(reprise.parts_minimales[k].minimum == enonce.parts_minimales[k].minimum);
        CHECK(reprise.imposes == enonce.imposes);
        CHECK(reprise.exclus == enonce.exclus);
        const auto libre = session.proposition(2);
        CHECK(libre.retenus == 2);
        CHECK(std::ranges::count(libre.lignes, LigneGardee::Genre::retenu, &LigneGardee::genre) ==
              2);
        const auto toutes =
            scene.base.read([&](Reader& db) { return propositions(db, session.id); });
        REQUIRE(toutes.size() == 2);
        CHECK(toutes[0].numero == 2);
        CHECK(session.vue(scene.guichet()).scenarios.empty());
    });
}

TEST_CASE("whoever has an interest in a dossier of the committee reads no proposal") {
    avec_trois([](Scene& scene, Session& session, const Trois&) {
        REQUIRE(session.convoque("700000.00") == "fait");
        const auto numero = session.calcule({});
        const auto lues = [&](const Demandeur& qui, std::optional<int> une) {
            return scene.base.read([&](Reader& db) {
                return lire_propositions(
                    db, qui, {.comite = session.id, .numero = une, .toutes = true}, scene.moyens());
            });
        };
        const auto avant = lues(session.siege(0), numero);
        REQUIRE(avant);
        CHECK(avant->toutes.size() == 1);
        CHECK(avant->une->numero == numero);
        CHECK(lues(session.siege(0), 2).error().code == "comite.proposition_inconnue");
        CHECK(lues(session.siege(2), numero).error().code == "comite.inconnu");
        REQUIRE(session.declare(0, "99999907100007") == "fait");
        CHECK(lues(session.siege(0), {}).error().code == "comite.interet");
        CHECK(lues(session.siege(0), 2).error().code == "comite.interet");
        CHECK(lues(session.siege(1), numero));
    });
}

TEST_CASE("rows that nobody changes name no porteur") {
    avec_trois([](Scene&, Session& session, const Trois& trois) {
        REQUIRE(session.convoque("700000.00") == "fait");
        const auto lue = session.proposition(session.calcule({.imposes = {trois.a}}));
        const auto candidats = session.prepare({}).value().candidats;
        REQUIRE(candidats.size() == 3);
        for (const auto& candidat : candidats) {
            REQUIRE_FALSE(candidat.nom_du_porteur().empty());
            const auto ligne = std::ranges::find_if(lue.lignes, [&](const LigneGardee& une) {
                return une.cle == candidat.dossier.id && une.genre != LigneGardee::Genre::impose;
            });
            REQUIRE(ligne != lue.lignes.end());
            CHECK(ligne->nom == candidat.numero);
            for (const auto& une : lue.lignes)
                for (const auto* texte : {&une.cle, &une.valeur, &une.nom, &une.texte}) {
                    CHECK(texte->find(candidat.nom_du_porteur()) == std::string::npos);
                    CHECK(texte->find(candidat.siret) == std::string::npos);
                }
        }
    });
}

TEST_CASE("what gives way makes possible what was not") {
    avec_trois([](Scene&, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("700000.00") == "fait");
        const auto etat = [&](const Enonce& enonce) {
            return etudier(session.prepare(enonce).value(), {}).proposition.etat;
        };
        using Etat = proposition::Proposition::Etat;
        const auto numero =
            session.calcule({.enveloppe = Money::euros(1000),
                             .parts_minimales = {{"secteur", "AHI", core::Fraction{1, 2}}},
                             .imposes = {a, b}});
        const auto lue = session.proposition(numero);
        CHECK(lue.etat == Etat::impossible);
        CHECK(etat(ceder_ensemble(lue)) == Etat::proposee);
        const auto seul =
            session.proposition(session.calcule({.enveloppe = Money::euros(1000), .imposes = {a}}));
        int cessions = 0;
        for (std::size_t rang = 0; rang < seul.lignes.size(); ++rang) {
            const auto cede = ceder(seul, rang);
            if (!cede) continue;
            ++cessions;
            CHECK(etat(*cede) == Etat::proposee);
        }
        CHECK(cessions == 2);  // more money, or the dossier no longer imposed
    });
}

TEST_CASE("a proposal that found a set becomes a scenario; one that found none does not") {
    avec_trois([](Scene& scene, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("700000.00") == "fait");
        const auto guichet = session.guichet();
        const auto impossible = session.calcule({.enveloppe = Money::euros(1000), .imposes = {a}});
        CHECK(session.garde_en_scenario(guichet, impossible, "Aucun") ==
              "comite.proposition_sans_ensemble");
        CHECK(session.vue(guichet).scenarios.empty());
        const auto faite = session.calcule({.points = {{c, 5}, {a, 1}}});
        CHECK(session.garde_en_scenario(guichet, faite, " ") == "comite.scenario_nom");
        CHECK(session.garde_en_scenario(guichet, faite + 1, "Une") ==
              "comite.proposition_inconnue");
        REQUIRE(session.garde_en_scenario(guichet, faite, "Une") == "fait");
        const auto scenarios = session.vue(guichet).scenarios;
        REQUIRE(scenarios.size() == 1);
        CHECK(scenarios[0].origine == Origine::proposition);
        CHECK(scenarios[0].retenus == std::vector{c});
        REQUIRE(scene.base.write([&](Writer& db) {
            return declarer(
                db, guichet,
                {.vise = {session.id}, .organisme = "99999907100007", .motif = "J'y siège."});
        }));
        CHECK(session.garde_en_scenario(guichet, faite, "Autre") == "comite.interet");
    });
}

TEST_CASE("several proposals are kept to be compared; opinions answer to the last one") {
    avec_trois([](Scene&, Session& session, const Trois& trois) {
        const auto& [a, b, c] = trois;
        REQUIRE(session.convoque("700000.00") == "fait");
        REQUIRE(session.garde("Une", {a, b}) == "fait");
        REQUIRE(session.garde("Autre", {a, c}) == "fait");
        CHECK(session.opine(b, "defavorable", "Hors priorité.") == "fait");
        CHECK(session.opine(c, "favorable") == "fait");
        CHECK(session.opine(b, "favorable") == "comite.ecart_sans_motif");
        CHECK(session.opine(b, "favorable", "Territoire isolé.") == "fait");
        const auto vue = session.vue(session.guichet());
        for (const auto& vu : vue.candidats)
            if (vu.avis && vu.candidat.dossier.id == b) CHECK(vu.avis->ecarts == "Autre");
    });
}

TEST_CASE("a computation that somebody else's waits for is refused; a late one says so") {
    avec_trois([](Scene&, Session& session, const Trois&) {
        REQUIRE(session.convoque("700000.00") == "fait");
        const auto preparee = session.prepare({}).value();
        Calculs presse{std::chrono::milliseconds{0}};
        const auto tard = presse.etudier(preparee);
        REQUIRE(tard);
        CHECK(tard->interrompue);
        CHECK_FALSE(etudier(preparee, {}).interrompue);
        CHECK(Calculs{std::chrono::seconds{20}}.etudier(preparee).value().effets.size() == 1);
    });
}

TEST_CASE("minima and amounts are read as people write them") {
    const auto relu = [](const char* unite, const char* combien) {
        const auto minimum = lire_minimum({unite, combien});
        return minimum ? ecrire_minimum(*minimum).combien : "non";
    };
    CHECK(relu("part", "12,5") == "12,5");
    CHECK(relu("part", "12.50 %") == "12,5");
    CHECK(relu("part", "0,05") == "0,05");
    CHECK(relu("part", "1/3") == "1/3");
    CHECK(relu("part", "1/4") == "25");
    CHECK(relu("part", "-5") == "non");
    CHECK(relu("part", "5,") == "non");
    CHECK(relu("part", "") == "non");
    CHECK(relu("montant", "400\u202f000,50\u00a0€") == "400000.50");
    CHECK(relu("nombre", "3") == "3");
    CHECK(relu("nombre", "trois") == "non");
    CHECK(relu("autre", "3") == "non");
    CHECK(lire_montant("1 000,5") == Money::cents(100'050));
    CHECK_FALSE(lire_montant("beaucoup"));
}

}  // namespace grappe::comite
