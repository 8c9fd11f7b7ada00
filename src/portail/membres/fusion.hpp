// Fusion: a member's part put into the dossier of all, touching no other line. Pure.
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"
#include "portail/membres/part.hpp"

namespace grappe::membres {

// What a member wrote of its part: `{"essms": […], "organisme": {…}, "recupere_tva": …}`.
struct Proposition {
    const dossier::Arbre& ecrite;
    std::string_view finess_ej;
    const Rattachements& rattachements;  // of the lines of both texts
};

// The whole dossier with these lines in place of those of the entity: a line keeps its place, a
// new one goes to the end, one that is left out goes. `organisme` left out stays as it is. Codes
// "part.forme" (no such object), "part.etablissement_d_un_autre" (the detail is its path): the
// line stands for another entity, or its number is already in another's part.
core::Result<std::string> fondre(const dossier::Arbre& contenu, const Proposition& proposition);

// The dossier as a member may read it: what all share, and the lines of these entities alone.
std::string reduire(const dossier::Arbre& contenu, const std::vector<std::string>& entites,
                    const Rattachements& rattachements);

}  // namespace grappe::membres
