// Roles of the people of both programs, and the actor that a request speaks for.
#pragma once

#include <array>
#include <string>

#include "core/named.hpp"

namespace grappe::access {

// `membre` is no role of an account: it is what a porteur is in the dossier of another.
// Those of the DUI come last: see programme_de.
enum class Role {
    porteur,
    membre,
    ars,
    comite,
    national,
    grades,
    collectif,
    comptable,
    admin,
    direction,
    encadrement,
    professionnel,
    secretariat,
    informatique
};

constexpr auto names(Role) {
    using enum Role;
    return std::to_array<core::Named<Role>>({{porteur, "porteur"},
                                             {membre, "membre"},
                                             {ars, "ars"},
                                             {comite, "comite"},
                                             {national, "national"},
                                             {grades, "grades"},
                                             {collectif, "collectif"},
                                             {comptable, "comptable"},
                                             {admin, "admin"},
                                             {direction, "direction"},
                                             {encadrement, "encadrement"},
                                             {professionnel, "professionnel"},
                                             {secretariat, "secretariat"},
                                             {informatique, "informatique"}});
}

// An account lives in the database of one program.
enum class Programme { portail, dui };

constexpr Programme programme_de(Role role) {
    return role < Role::direction ? Programme::portail : Programme::dui;
}

inline constexpr std::string_view guichet_national = "national";

struct Acteur {
    std::string compte;
    Role role;
    std::string region{};  // code of the region; empty: none

    std::string_view guichet() const { return region.empty() ? guichet_national : region; }
};

// A desk's account is made by an administrator.
constexpr bool est_un_guichet(Role role) {
    return programme_de(role) == Programme::portail && role != Role::porteur &&
           role != Role::membre;
}

// Who decides, reads for a whole region, signs for an organisation or holds its accounts never
// enters by a password alone.
constexpr bool demande_un_second_facteur(Role role) {
    return est_un_guichet(role) || role == Role::direction || role == Role::informatique;
}

// The account makes sense only in one region.
constexpr bool demande_une_region(Role role) { return role == Role::ars; }

}  // namespace grappe::access
