// Analyse: the whole answer about one dossier under one call. Pure: the same dossier, call and
// register give the same analysis. Its JSON is contracts/portail-check (output).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "portail/recevabilite/recevabilite.hpp"
#include "portail/subvention/subvention.hpp"
#include "rules/phrases.hpp"

namespace grappe::analyse {

enum class IssueDossier { recevable, irrecevable, a_apprecier, incomplet };
constexpr auto names(IssueDossier) {
    using enum IssueDossier;
    return std::to_array<core::Named<IssueDossier>>({{recevable, "recevable"},
                                                     {irrecevable, "irrecevable"},
                                                     {a_apprecier, "a_apprecier"},
                                                     {incomplet, "incomplet"}});
}

// A neighbour of the dossier and what it would change (a counterfactual).
struct Seuil {
    rules::RegleId regle;
    std::string changement;  // "ajouter 1 ESSMS": a French sentence
    std::string effet;
};

struct Analyse {
    IssueDossier issue;
    // Desk, window, exclusions; its findings have moved to `constats`.
    recevabilite::Recevabilite recevabilite;
    std::optional<subvention::Subvention> subvention;  // its findings have moved to `constats`
    std::vector<rules::Constat> constats;  // all, catalogue order, then dossier, then input order
    std::vector<Seuil> seuils;
    rules::Trace trace;  // counts, threshold, desk, window
};

// `appel` and `dossier` and `referentiels` must outlive the answer: it borrows their texts.
// Without sentences there is no neighbour: `seuils` stays empty.
Analyse analyser(const dossier::DossierResolu& dossier, const programme::Appel& appel,
                 const dossier::Referentiels& referentiels);

// The same, with the neighbours of the dossier told in French.
Analyse analyser(const dossier::DossierResolu& dossier, const programme::Appel& appel,
                 const dossier::Referentiels& referentiels, const rules::Phrases& phrases);

}  // namespace grappe::analyse
