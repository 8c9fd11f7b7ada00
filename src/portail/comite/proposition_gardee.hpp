// Proposition gardée: what was asked of a computation and what it answered, in the words of that
// day: it stays listed, and its rules can be taken up again, as they were or as one gave way.
#pragma once

#include "portail/comite/proposition.hpp"

namespace grappe::comite {

// One thing stated, or one thing found. Rows that nobody changes: a dossier is its id and its
// number, never a name, which a purge could not take back.
struct LigneGardee {
    enum class Genre {
        points,       // stated: `cle` a dossier
        poids,        // stated: `cle` a criterion, `valeur` what was found of it
        essms,        // stated: points for each establishment
        part,         // stated: `cle` an attribute, `valeur` its value, `texte` the minimum
        impose,       // stated: `cle` a dossier
        exclu,        // idem
        retenu,       // found: `cle` a dossier, `nom` its number, `valeur` how its points come
        ecarte,       // idem; `texte`: what would bring it in, a sentence each line
        effet,        // found: `nom` the rule, `valeur` "active", "inactive" or "inconnue"
        conflit,      // found: `texte` the rules that clash
        relachement,  // found: `cle` the rule, `valeur` what it becomes (`lire_minimum`)
        compromis,    // found: idem, to be done together
        ensemble      // found: `texte` the compromise in a sentence
    };
    Genre genre;
    std::string cle{}, valeur{}, nom{};
    std::optional<std::int64_t> points{};
    std::optional<core::Money> montant{};
    std::string texte{};
};

constexpr auto names(LigneGardee::Genre) {
    using enum LigneGardee::Genre;
    return std::to_array<core::Named<LigneGardee::Genre>>({{points, "points"},
                                                           {poids, "poids"},
                                                           {essms, "essms"},
                                                           {part, "part"},
                                                           {impose, "impose"},
                                                           {exclu, "exclu"},
                                                           {retenu, "retenu"},
                                                           {ecarte, "ecarte"},
                                                           {effet, "effet"},
                                                           {conflit, "conflit"},
                                                           {relachement, "relachement"},
                                                           {compromis, "compromis"},
                                                           {ensemble, "ensemble"}});
}

struct PropositionGardee {
    int numero = 0;
    core::Money enveloppe;
    proposition::Proposition::Etat etat;
    proposition::Preuve preuve;
    bool departagee = false, interrompue = false;
    int retenus = 0;
    std::int64_t points = 0;
    core::Money montant;
    std::string phrase;
    std::string par;
    core::Instant calculee_le;
    std::vector<LigneGardee> lignes{};

    // A set was found: it can be kept as a scenario.
    bool proposee() const { return etat == proposition::Proposition::Etat::proposee; }
};

// As it is to be kept, under no number yet. Pure.
PropositionGardee decrire(const Demandeur& qui, const Preparee& preparee, const Etude& etude,
                          const rules::Phrases& phrases);

// Codes of `demander_ouvert`.
core::Result<PropositionGardee> garder(storage::Writer& db, const Demandeur& qui, const Vise& vise,
                                       const PropositionGardee& calculee);

struct AGarder {
    Vise vise;
    int numero;            // of the proposal
    std::string_view nom;  // of the scenario
    bool choisi = false;
};
// The set of a kept proposal as the scenario of that name. Codes of `ecrire`,
// "comite.proposition_inconnue" (Reason::not_found), "comite.proposition_sans_ensemble"
// (Reason::conflict: its rules clash, or its computation ended too soon).
core::Result<Scenario> garder_en_scenario(storage::Writer& db, const Demandeur& qui,
                                          const AGarder& a_garder, const socle::Moyens& regles);

// What was stated; and the same where one rule gives way (the rank of its line), or all of the
// compromise do. Empty: that line gives nothing way.
Enonce enonce_de(const PropositionGardee& gardee);
std::optional<Enonce> ceder(const PropositionGardee& gardee, std::size_t rang);
Enonce ceder_ensemble(const PropositionGardee& gardee);

}  // namespace grappe::comite
