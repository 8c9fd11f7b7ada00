// Échéance: what a stay owes and by when, from its facts and the dated rules. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named.hpp"
#include "dui/echeance/document.hpp"
#include "dui/echeance/regle.hpp"
#include "rules/fait.hpp"
#include "rules/phrases.hpp"

namespace grappe::echeance {

// `a_dater`: it runs from a day that nobody told yet.
enum class Etat { en_retard, proche, a_venir, a_dater, faite_en_retard, faite, sans_objet };
constexpr auto names(Etat) {
    using enum Etat;
    return std::to_array<core::Named<Etat>>({{en_retard, "en_retard"},
                                             {proche, "proche"},
                                             {a_venir, "a_venir"},
                                             {a_dater, "a_dater"},
                                             {faite_en_retard, "faite_en_retard"},
                                             {faite, "faite"},
                                             {sans_objet, "sans_objet"}});
}

struct Obligation {
    Code code;
    const Regle* regle = nullptr;  // of the rules given; null: none for this stay
    std::string objet{};           // id of a right; else empty
    int rang = 1;                  // of what comes back: the first, the second…
    Etat etat = Etat::sans_objet;
    std::optional<core::Date> depart{}, terme{}, faite_le{};
    // From today, or from the day when it was done, to its term: below zero, too late.
    std::optional<int> jours{};
    std::optional<Delai> alerte{};  // the nearest that was reached
    std::string phrase{};           // how its term is known, or why there is none
    rules::Faits faits{};

    bool ouverte() const { return etat <= Etat::a_venir; }
};

// Each code once at least, in their order; what comes back has one line for each time it was met
// and one for what is open. Facts after `aujourd_hui` are not yet there: a past day is replayed.
std::vector<Obligation> calculer(const Sejour& sejour, const Regles& regles,
                                 core::Date aujourd_hui);

// What, by when and how it is known, where it stands: one paragraph.
std::string dire(const Obligation& obligation, const rules::Phrases& phrases);

}  // namespace grappe::echeance
