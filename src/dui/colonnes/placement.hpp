// Placement: the row that a stored version is, and the records that it belongs to.
#pragma once

#include <algorithm>
#include <string>

#include "dui/colonnes/rangee.hpp"

namespace grappe::colonnes {

// A stored version, as the columns see it.
struct VersionVue {
    const fait::Fait& fait;
    std::int64_t numero;
    std::uint32_t enregistrement;
};

Rangee rangee_de(const VersionVue& version);

// `placer` is called with each person of the fact, once: herself for her own fact, nobody ("") for
// a message about nobody.
template <class Placer>
void pour_chaque_dossier(const fait::Fait& fait, Placer placer) {
    static const std::string personne{};
    if (fait.type == fait::Type::personne) return placer(fait.id);
    if (fait.personnes.empty()) return placer(personne);
    const auto debut = fait.personnes.begin();
    for (auto une = debut; une != fait.personnes.end(); ++une)
        if (std::find(debut, une, *une) == une) placer(*une);
}

}  // namespace grappe::colonnes
