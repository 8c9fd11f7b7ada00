// Matrice: permission × role → what must link the actor to the object.
#pragma once

#include <string>

#include "access/permissions.hpp"
#include "access/roles.hpp"

namespace grappe::access {

enum class Lien {
    rien,          // never
    tous,          // whatever the object, or no object
    sien,          // the porteur of the dossier
    part,          // a member of the grappe, for its part
    guichet,       // deposited at the actor's desk
    examine,       // examined at the actor's desk: where it was deposited, unless that moved
    concerne,      // deposited or examined at the actor's desk
    recevable,     // receivable at the actor's desk
    depose,        // deposited, at any desk
    invite,        // invited by the porteur, under that role
    conseil,       // invited in the same way, until the deposit
    ressort,       // deposited in the actor's region; an account without region has them all
    etablissement  // of one of the actor's establishments; an account bound to none has them all
};

constexpr auto names(Lien) {
    using enum Lien;
    return std::to_array<core::Named<Lien>>({{rien, "-"},
                                             {tous, "tous"},
                                             {sien, "sien"},
                                             {part, "part"},
                                             {guichet, "guichet"},
                                             {examine, "examine"},
                                             {concerne, "concerne"},
                                             {recevable, "recevable"},
                                             {depose, "depose"},
                                             {invite, "invite"},
                                             {conseil, "conseil"},
                                             {ressort, "ressort"},
                                             {etablissement, "etablissement"}});
}

// Lien::rien when the permission is none of the role's program.
Lien lien(Permission permission, Role role);

// The whole table of a program as a text; tests/committed/access-matrix.txt is that of the portail,
// access-matrix-dui.txt that of the DUI.
std::string matrice(Programme programme);

}  // namespace grappe::access
