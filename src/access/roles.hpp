// Roles of the people of the portail, and the actor that a request speaks for.
#pragma once

#include <array>
#include <string>

#include "core/named.hpp"

namespace grappe::access {

// `membre` is no role of an account: it is what a porteur is in the dossier of another.
enum class Role { porteur, membre, ars, comite, national, grades, collectif, comptable, admin };

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
                                             {admin, "admin"}});
}

inline constexpr std::string_view guichet_national = "national";

struct Acteur {
    std::string compte;
    Role role;
    std::string region{};  // code of the region; empty: none

    std::string_view guichet() const { return region.empty() ? guichet_national : region; }
};

// A desk's account is made by an administrator and has a second factor.
constexpr bool est_un_guichet(Role role) { return role != Role::porteur && role != Role::membre; }

// The account makes sense only in one region.
constexpr bool demande_une_region(Role role) { return role == Role::ars; }

}  // namespace grappe::access
