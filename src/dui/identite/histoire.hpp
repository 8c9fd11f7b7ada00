// Histoire: how an identity came to be what it is, from what was declared and what was done.
#pragma once

#include <string>
#include <vector>

#include "dui/identite/passage.hpp"

namespace grappe::identite {

enum class Acte { declaration, trait, passage, attribut_pose, attribut_leve };

constexpr auto names(Acte) {
    using enum Acte;
    return std::to_array<core::Named<Acte>>({{declaration, "declaration"},
                                             {trait, "trait"},
                                             {passage, "passage"},
                                             {attribut_pose, "attribut_pose"},
                                             {attribut_leve, "attribut_leve"}});
}

// What a version of the fact `personne` says of the identity (an import, a screen).
struct Declaration {
    std::int64_t enregistrement;
    TraitsStricts traits;
    Statut statut;
    std::optional<std::string> matricule;  // without OID
};

struct Etape {
    std::int64_t enregistrement;
    Acte acte;
    Identite apres;
    std::optional<Dispositif> dispositif;
    std::optional<core::Date> vu_le;
    std::optional<Motif> motif;
};

// Both in their order. A declaration counts for what it newly says: another state or matricule is
// taken, other strict traits under the same words lower the identity, and what it repeats undoes
// nothing. Whatever it says, a doubtful or fictitious identity stays provisional.
std::vector<Etape> histoire(const std::vector<Declaration>& declarations,
                            const std::vector<Etape>& actes);

}  // namespace grappe::identite
