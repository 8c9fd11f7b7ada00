// Search of the nomenclature with the words that a professional types; each answer says why it is
// there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dui/nomenclature/serafin.hpp"

namespace grappe::nomenclature {

inline constexpr std::size_t octets_cherches = 200;

// How a typed word led to a intitule, the surest first.
enum class Par { code, mot_usuel, libelle, debut_de_mot, partie_de_mot, a_une_lettre_pres };
constexpr auto names(Par) {
    return std::to_array<core::Named<Par>>({{Par::code, "code"},
                                            {Par::mot_usuel, "mot_usuel"},
                                            {Par::libelle, "libelle"},
                                            {Par::debut_de_mot, "debut_de_mot"},
                                            {Par::partie_de_mot, "partie_de_mot"},
                                            {Par::a_une_lettre_pres, "a_une_lettre_pres"}});
}

struct Raison {
    std::string mot;  // as typed, folded
    Par par;
    std::string vers;  // the code, the everyday word or the word of the label that it met

    bool operator==(const Raison&) const = default;
};

struct Trouve {
    const Intitule* intitule;
    std::vector<Raison> raisons;  // one for each word that led here, in the order typed
};

struct Recherche {
    std::string_view texte;  // beyond `octets_cherches`, not looked at
    std::optional<Axe> axe{};
    std::size_t au_plus = 20;
};

// Best first: those that answer most of the words, by the surest ways, then the most precise, then
// the order of the tree. Nothing typed: nothing found. They live as long as the nomenclature.
std::vector<Trouve> chercher(const Serafin& serafin, const Recherche& recherche);

}  // namespace grappe::nomenclature
