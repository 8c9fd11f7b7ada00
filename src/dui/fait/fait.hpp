// Fait: one thing that was recorded about a person or an establishment, as one version says it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/finess.hpp"
#include "dui/fait/type_de_fait.hpp"

namespace grappe::fait {

// Days since 1970-01-01 for `sejour`, `projet` and `personne`; seconds since 1970-01-01T00:00:00Z
// for the others: see `unite_de`. 64 bits hold both.
using Repere = std::int64_t;

enum class Unite { jour, seconde };
constexpr Unite unite_de(Type type) {
    return type == Type::personne || type == Type::sejour || type == Type::projet ? Unite::jour
                                                                                  : Unite::seconde;
}

// What is the same whatever the version is `id`. Two facts are the same content when all is equal.
struct Fait {
    std::string id;
    Type type;
    core::Finess finess_et;
    std::vector<std::string> personnes;  // ids, in the order given; a person's own fact names none
    std::optional<Repere> debut;         // entree, du, debut, le; of a person, the day of birth
    std::optional<Repere> fin;           // sortie, au, fin; of a person, the day of death
    Etat etat = Etat::aucun;
    // What no indicator reads, as a JSON object with sorted keys; empty: nothing more was said.
    std::string reste;

    bool operator==(const Fait&) const = default;
};

// "2024-09-30" or "2024-08-01T10:00:00Z", as the unit of the type asks.
std::string texte_de(Repere repere, Unite unite);
// Strict, the two forms above; a fraction of a second is accepted and dropped.
std::optional<Repere> repere_de(std::string_view texte, Unite unite);

}  // namespace grappe::fait
