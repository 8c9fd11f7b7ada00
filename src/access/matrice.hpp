// Matrice: permission × role → what must link the actor to the object.
#pragma once

#include <string>

#include "access/permissions.hpp"
#include "access/roles.hpp"

namespace grappe::access {

inline constexpr std::size_t roles = names(Role{}).size();

enum class Lien {
    rien,       // never
    tous,       // whatever the object, or no object
    sien,       // the porteur of the dossier
    part,       // a member of the grappe, for its part
    guichet,    // deposited at the actor's desk
    recevable,  // receivable at the actor's desk
    depose,     // deposited, at any desk
    invite,     // invited by the porteur
    ressort     // deposited in the actor's region; an account without region has them all
};

constexpr auto names(Lien) {
    using enum Lien;
    return std::to_array<core::Named<Lien>>({{rien, "-"},
                                             {tous, "tous"},
                                             {sien, "sien"},
                                             {part, "part"},
                                             {guichet, "guichet"},
                                             {recevable, "recevable"},
                                             {depose, "depose"},
                                             {invite, "invite"},
                                             {ressort, "ressort"}});
}

Lien lien(Permission permission, Role role);

// The whole table as a text; tests/committed/access-matrix.txt is this one.
std::string matrice();

}  // namespace grappe::access
