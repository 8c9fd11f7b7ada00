// The sentences: each state of a study has one, with its facts.
#include "portail/proposition/dire.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "portail/proposition/demandes_pour_tests.hpp"

namespace grappe::proposition {
namespace {

rules::Phrases phrases() {
    std::ifstream fichier{GRAPPE_ROOT "/locale/fr.txt"};
    return rules::Phrases::charger(std::string{std::istreambuf_iterator{fichier}, {}}).value();
}

Demande deux_projets() {
    const auto un = [](const char* numero, const char* secteur, int points) {
        return Candidat{.numero = numero,
                        .depose_le = instant_de_depot(points),
                        .points = points,
                        .montant = core::Money::euros(100),
                        .parts = {{"secteur", {{secteur, core::Money::euros(100)}}}}};
    };
    Demande demande;
    demande.candidats = {un("P-1", "PA", 5), un("P-2", "PH", 3)};
    demande.contraintes.enveloppe = core::Money::euros(150);
    return demande;
}

bool contient(const std::string& phrase, const char* mots) {
    return phrase.find(mots) != std::string::npos;
}

}  // namespace

TEST_CASE("a proposal, its effects and its entries are said") {
    const auto mots = phrases();
    auto demande = deux_projets();
    demande.contraintes.parts_minimales = {{"secteur", "PH", core::Fraction{1, 8}},
                                           {"secteur", "PH", NombreDeDossiers{1}}};
    const auto proposition = proposer(demande, {});
    CHECK(contient(dire(mots, proposition), "retient 1 dossier pour"));
    const auto tous = effets(demande, proposition, {});
    CHECK(contient(dire(mots, demande, tous[0]), "gagnerait 5 points et retiendrait 2 dossiers"));
    CHECK(contient(dire(mots, demande, tous[1]), "inactive"));
    CHECK(contient(dire(mots, demande, tous[1]), "12,5\u00a0% du montant retenu pour secteur"));
    CHECK(contient(dire(mots, demande, tous[2]), "au moins 1 dossier pour secteur"));
    const auto une = entrees(demande, proposition, {}).front();
    CHECK(une.numero == "P-1");
    CHECK(contient(dire(mots, une), "Aucun ensemble de dossiers"));
    const auto enveloppe = entree_par_enveloppe(demande, "P-1", core::Money::euros(1), {});
    CHECK(contient(dire(mots, "P-1", enveloppe), "si l'enveloppe augmentait de 50,00\u00a0€"));
}

TEST_CASE("what clashes is said with what would be enough") {
    const auto mots = phrases();
    auto demande = deux_projets();
    demande.contraintes.imposes = {"P-1"};
    demande.contraintes.parts_minimales = {{"secteur", "PH", core::Fraction{1, 3}}};
    const auto dites = dire(mots, demande, impossibilite(demande, core::Money::euros(1), {}));
    REQUIRE(dites.size() == 5);
    CHECK(contient(dites[0], "l'obligation de retenir le dossier P-1"));
    CHECK(contient(dites[1], "Une enveloppe de 200,00\u00a0€ suffirait"));
    CHECK(contient(dites[2], "Un minimum abaissé à 0\u00a0% suffirait"));
    CHECK(contient(dites[3], "Lever cette règle suffirait"));
    CHECK(contient(dites[4], "«\u00a0PH\u00a0» (à ramener à 0\u00a0%)"));
}

TEST_CASE("every state of a study has its sentence") {
    const auto mots = phrases();
    const auto demande = deux_projets();
    Proposition proposition;
    CHECK_FALSE(dire(mots, proposition).empty());
    proposition.etat = Proposition::Etat::impossible;
    CHECK_FALSE(dire(mots, proposition).empty());
    proposition = {.etat = Proposition::Etat::proposee, .borne = 2};
    for (const auto& [preuve, nom] : names(Preuve{})) {
        proposition.preuve = preuve;
        CHECK_FALSE(dire(mots, proposition).empty());
    }
    CHECK_FALSE(dire(mots, demande, Effet{}).empty());
    CHECK_FALSE(dire(mots, demande, Effet{.connu = true, .active = true}).empty());
    for (const auto etat : {Entree::Etat::connue, Entree::Etat::jamais, Entree::Etat::inconnue}) {
        CHECK_FALSE(dire(mots, Entree{"P-1", etat, std::nullopt}).empty());
        CHECK_FALSE(dire(mots, Entree{"P-1", etat, 4}).empty());
        CHECK_FALSE(dire(mots, "P-1", EntreeParEnveloppe{etat, {}}).empty());
    }
    Impossibilite impossibilite{.coupables = {{}}, .relachements = {{}, {}}};
    impossibilite.relachements[1].etat = Relachement::Etat::sans_effet;
    CHECK(dire(mots, demande, impossibilite).size() == 3);
    for (const auto* code : {"deux_fois", "double", "enveloppe", "inconnu", "minimum", "montant",
                             "points", "repartition", "total", "trop_de_dossiers", "trop_de_parts"})
        CHECK(mots.contient(std::string{"proposition."} + code));
}

}  // namespace grappe::proposition
