// Recherche: what a person types or chooses to find deposited dossiers, as a filter. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/money.hpp"
#include "portail/teleservice/etats.hpp"

namespace grappe::instruction {

enum class Tri { depose, porteur, essms, subvention, echeance };

constexpr auto names(Tri) {
    using enum Tri;
    return std::to_array<core::Named<Tri>>({{depose, "depose"},
                                            {porteur, "porteur"},
                                            {essms, "essms"},
                                            {subvention, "subvention"},
                                            {echeance, "echeance"}});
}

enum class Sens { croissant, decroissant };

constexpr auto names(Sens) {
    return std::to_array<core::Named<Sens>>(
        {{Sens::croissant, "croissant"}, {Sens::decroissant, "decroissant"}});
}

inline constexpr std::size_t mots_max = 3;

struct Filtre {
    std::string guichet{};  // code; empty: any
    std::optional<teleservice::Statut> statut{};
    std::string appel{};
    std::string instructeur{};        // an account; "personne": nobody; empty: any
    std::vector<std::string> mots{};  // folded: each begins a word of the name, or of the number
    std::string finess{};             // of an establishment
    std::optional<int> essms_min{};
    std::optional<core::Money> montant_min{};
    std::optional<core::Date> depuis{}, jusque{};  // of the deposit, both days included
    Tri tri = Tri::depose;
    Sens sens = Sens::decroissant;
    int page = 1;
    int taille = 50;

    // Nothing but a desk and a state: counts are known without looking at each row.
    bool simple() const;
};

// "dupont appel:NA-2024 statut:depose instructeur:moi essms:>20 montant:>100000 depuis:2024-03-01
// finess:330012345": words, and criteria. `moi` is the account of who asks. The criteria that
// cannot be read are told back, the others hold.
struct Saisie {
    std::string_view texte;
    std::string_view moi;
};
std::vector<std::string> appliquer(Filtre& filtre, const Saisie& saisie);

}  // namespace grappe::instruction
