// What an evaluation comes to: computed with its trace, given, or not yet, and why.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dui/evaluation/aggir.hpp"
#include "dui/evaluation/evaluation.hpp"
#include "dui/evaluation/grille.hpp"
#include "rules/fait.hpp"
#include "rules/phrases.hpp"

namespace grappe::evaluation {

// Where the criteria of a variable suggest another modality than the one said: to be looked at,
// never a refusal.
struct Ecart {
    const Variable* variable;
    const SousVariable* sous_variable;  // null: of the variable itself
    std::string dite, suggeree;         // keys of modalities
};

struct Resultat {
    Sorte sorte = Sorte::rien;
    std::optional<std::int64_t> valeur;  // GIR or score; nothing: see `manquent`
    bool calcule = false;                // otherwise given by the evaluator
    std::optional<aggir::Gir> gir;       // the trace of a GIR that was computed
    aggir::Vecteur vecteur{};            // what it was computed from
    std::vector<std::pair<const Variable*, std::int64_t>> termes;  // the trace of a sum
    std::vector<const Variable*> manquent;                         // required, without a modality
    std::vector<Ecart> ecarts;

    bool est_complet() const { return manquent.empty(); }
};

// It lives as long as the scale, which is that of the evaluation.
Resultat resulter(const Grille& grille, const aggir::Bareme& bareme, const Evaluation& evaluation);

// The modality that the criteria suggest, when each of them was answered and the scale has a rule.
std::optional<std::string> suggeree(const Grille& grille, const Cotation& cotation);

// A sentence of locale/fr.txt and what fills it.
struct Dit {
    std::string_view code;
    rules::Faits faits;
};

// How the result came to be, one sentence a step.
std::vector<Dit> expliquer(const Grille& grille, const Resultat& resultat);
// The trace of a GIR, in the words of the scale for its variables.
std::vector<Dit> expliquer(const aggir::Gir& gir, const aggir::Vecteur& vecteur,
                           const Grille& grille);

}  // namespace grappe::evaluation
