// What is said of a proposal, each statement against every subset.
#include "portail/proposition/etude.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "portail/proposition/force_brute_pour_tests.hpp"

namespace grappe::proposition {
namespace {

using Partie = ForceBrute::Partie;

// A demand whose proposal exists.
std::pair<Demande, Proposition> une_possible(Hasard& hasard, int au_plus) {
    while (true) {
        auto demande = petite_demande(hasard, au_plus);
        auto proposition = proposer(demande, {});
        if (proposition.etat == Proposition::Etat::proposee) return {demande, proposition};
    }
}

struct Deux {
    std::optional<std::int64_t> avec, sans;  // most points with a project, without it
};

Deux les_deux(const ForceBrute& oracle, std::size_t rang, std::optional<std::int64_t> enveloppe) {
    Deux deux;
    for (Partie une = 0; une < oracle.fin(); ++une) {
        if (enveloppe && oracle.total(une) > *enveloppe) continue;
        const std::vector<Regle> sans =
            enveloppe ? std::vector<Regle>{{Regle::Genre::enveloppe, 0}} : std::vector<Regle>{};
        if (!oracle.garde_tout(une, sans)) continue;
        auto& le_sien = oracle.a(une, rang) ? deux.avec : deux.sans;
        le_sien = std::max(le_sien.value_or(0), oracle.points(une));
    }
    return deux;
}

std::int64_t au_multiple(std::int64_t montant, core::Money pas) {
    return (montant + pas.in_cents() - 1) / pas.in_cents() * pas.in_cents();
}

std::optional<std::int64_t> enveloppe_de_plus(const ForceBrute& oracle, core::Money stated_envelope,
                                              std::size_t rang, core::Money pas) {
    const auto stated = stated_envelope.in_cents();
    std::set<std::int64_t> essais{stated};
    for (Partie une = 0; une < oracle.fin(); ++une)
        if (oracle.total(une) > stated) essais.insert(au_multiple(oracle.total(une), pas));
    for (const auto enveloppe : essais) {
        const auto deux = les_deux(oracle, rang, enveloppe);
        if (deux.avec && (!deux.sans || *deux.avec > *deux.sans)) return enveloppe - stated;
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("the effect of a rule is the difference with the best subset without it") {
    Hasard hasard{31};
    for (int fois = 0; fois < cas(120); ++fois) {
        const auto [demande, proposition] = une_possible(hasard, 8);
        const ForceBrute oracle{demande};
        CAPTURE(fois);
        for (const auto& effet : effets(demande, proposition, {})) {
            const auto sans = oracle.meilleure({effet.regle});
            REQUIRE(effet.connu);
            CHECK(effet.sans.retenus == oracle.numeros(*sans));
            CHECK(effet.active == (effet.sans.retenus != proposition.ensemble.retenus));
            CHECK(effet.points == oracle.points(*sans) - proposition.ensemble.points);
            CHECK(effet.points >= 0);
            CHECK(effet.montant.in_cents() ==
                  oracle.total(*sans) - proposition.ensemble.total.in_cents());
        }
    }
}

TEST_CASE("the points that bring a project in are the least") {
    Hasard hasard{37};
    for (int fois = 0; fois < cas(120); ++fois) {
        const auto [demande, proposition] = une_possible(hasard, 9);
        const ForceBrute oracle{demande};
        CAPTURE(fois);
        for (const auto& entree : entrees(demande, proposition, {})) {
            const auto deux = les_deux(oracle, oracle.rang(entree.numero), std::nullopt);
            REQUIRE(entree.etat != Entree::Etat::inconnue);
            REQUIRE((entree.etat == Entree::Etat::connue) == deux.avec.has_value());
            if (!deux.avec) continue;
            CHECK(*deux.avec + *entree.points > *deux.sans);
            CHECK(*deux.avec + *entree.points - 1 <= *deux.sans);
            auto augmentee = demande;
            for (auto& un : augmentee.candidats)
                if (un.numero == entree.numero) un.points += *entree.points;
            const auto retenus = proposer(augmentee, {}).ensemble.retenus;
            CHECK(std::ranges::find(retenus, entree.numero) != retenus.end());
        }
    }
}

TEST_CASE("the envelope that brings a project in is the least") {
    Hasard hasard{41};
    for (int fois = 0; fois < cas(40); ++fois) {
        const auto [demande, proposition] = une_possible(hasard, 7);
        const ForceBrute oracle{demande};
        CAPTURE(fois);
        for (const auto& entree : entrees(demande, proposition, {})) {
            const auto pas = core::Money::cents(fois % 2 == 0 ? 1 : hasard.entre(2, 5'000'000));
            const auto dite = entree_par_enveloppe(demande, entree.numero, pas, {});
            const auto attendue = enveloppe_de_plus(oracle, demande.contraintes.enveloppe,
                                                    oracle.rang(entree.numero), pas);
            REQUIRE(dite.etat != Entree::Etat::inconnue);
            REQUIRE((dite.etat == Entree::Etat::connue) == attendue.has_value());
            if (attendue) CHECK(dite.de_plus.in_cents() == *attendue);
        }
    }
}

namespace {

bool quelque_partie(const ForceBrute& oracle, const std::vector<Regle>& sans) {
    for (Partie une = 0; une < oracle.fin(); ++une)
        if (oracle.garde_tout(une, sans)) return true;
    return false;
}

std::vector<Regle> les_autres(const Demande& demande, const std::vector<Regle>& gardees) {
    std::vector<Regle> autres;
    for (const auto& regle : regles(demande.contraintes))
        if (std::ranges::find(gardees, regle) == gardees.end()) autres.push_back(regle);
    return autres;
}

// `relachement` makes the demand possible, and one step less does not.
void juger(Demande demande, const Relachement& relachement, core::Money pas) {
    auto& contraintes = demande.contraintes;
    const auto rang = relachement.regle.rang;
    if (relachement.enveloppe) {
        contraintes.enveloppe = *relachement.enveloppe;
        CHECK(quelque_partie(ForceBrute{demande}, {}));
        contraintes.enveloppe = *relachement.enveloppe - pas;
        CHECK_FALSE(quelque_partie(ForceBrute{demande}, {}));
    }
    if (!relachement.minimum) return;
    auto plus = *relachement.minimum;
    if (auto* fraction = std::get_if<core::Fraction>(&plus))
        *fraction = *fraction + core::Fraction{1, 10'000};
    if (auto* montant = std::get_if<core::Money>(&plus)) *montant += pas;
    if (auto* nombre = std::get_if<NombreDeDossiers>(&plus)) ++nombre->nombre;
    contraintes.parts_minimales[rang].minimum = *relachement.minimum;
    CHECK(quelque_partie(ForceBrute{demande}, {}));
    contraintes.parts_minimales[rang].minimum = plus;
    CHECK_FALSE(quelque_partie(ForceBrute{demande}, {}));
}

// Without one of its concessions the compromise is impossible, with all of them it is not.
void juger_le_compromis(const Demande& demande, const Impossibilite& dite) {
    REQUIRE(dite.compromis_connu);
    CHECK_FALSE(dite.compromis.empty());
    const auto apres = [&](const Relachement* garde) {
        auto essai = demande;
        std::vector<Regle> sans;
        for (const auto& un : dite.compromis) {
            if (&un == garde) continue;
            if (un.minimum)
                essai.contraintes.parts_minimales[un.regle.rang].minimum = *un.minimum;
            else
                sans.push_back(un.regle);
        }
        return quelque_partie(ForceBrute{essai}, sans);
    };
    CHECK(apres(nullptr));
    for (const auto& un : dite.compromis) CHECK_FALSE(apres(&un));
}

}  // namespace

TEST_CASE("the culprits of an impossible demand clash, and none of them is innocent") {
    Hasard hasard{43};
    int impossibles = 0, relaches = 0;
    for (int fois = 0; fois < cas(900); ++fois) {
        const auto demande = petite_demande(hasard, 8);
        if (proposer(demande, {}).etat != Proposition::Etat::impossible) continue;
        ++impossibles;
        CAPTURE(fois);
        const ForceBrute oracle{demande};
        const auto pas = core::Money::cents(fois % 2 == 0 ? 1 : hasard.entre(2, 5'000'000));
        const auto dite = impossibilite(demande, pas, {});
        REQUIRE(dite.minimale);
        CHECK_FALSE(quelque_partie(oracle, les_autres(demande, dite.coupables)));
        for (const auto& coupable : dite.coupables) {
            auto sans = les_autres(demande, dite.coupables);
            sans.push_back(coupable);
            CHECK(quelque_partie(oracle, sans));
        }
        juger_le_compromis(demande, dite);
        REQUIRE(dite.relachements.size() == dite.coupables.size());
        for (const auto& relachement : dite.relachements) {
            REQUIRE(relachement.etat != Relachement::Etat::inconnu);
            const bool suffit = quelque_partie(oracle, {relachement.regle});
            CHECK((relachement.etat == Relachement::Etat::connu) == suffit);
            if (suffit) ++relaches, juger(demande, relachement, pas);
        }
    }
    CHECK(impossibles > 50);
    CHECK(relaches > 50);
}

}  // namespace grappe::proposition
