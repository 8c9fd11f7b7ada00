// Analyse: the whole answer about one dossier under one call. Pure: the same dossier, call and
// register give the same analysis. Its JSON is contracts/portail-check (output).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portail/recevabilite/recevabilite.hpp"
#include "portail/subvention/subvention.hpp"

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
    recevabilite::Recevabilite recevabilite;  // desk, window, exclusions, findings but FIN
    std::optional<subvention::Subvention> subvention;
    std::vector<rules::Constat> constats;  // all, catalogue order, then dossier, then input order
    std::vector<Seuil> seuils;
    rules::Trace trace;  // counts, desk, window
};

// `appel` and `dossier` and `referentiels` must outlive the answer: it borrows their texts.
Analyse analyser(const dossier::DossierResolu& dossier, const programme::Appel& appel,
                 const dossier::Referentiels& referentiels);

}  // namespace grappe::analyse
