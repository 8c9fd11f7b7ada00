// Peut: may this actor do this act on this object? Pure; the table decides.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "access/permissions.hpp"
#include "access/roles.hpp"

namespace grappe::access {

enum class Avancement { brouillon, depose, recevable };

// Who accepted the invitation of a porteur, and under which role: grades or collectif.
struct Invite {
    std::string compte;
    Role role;
};

// What of an object decides who may touch it. It borrows for the length of a question.
struct Portee {
    std::string_view porteur;              // account
    std::span<const std::string> membres;  // accounts
    std::span<const Invite> invites;
    std::string_view guichet;  // code of a region, or guichet_national
    Avancement avancement;
    std::string_view examen{};  // the desk that examines it, where it is not that of the deposit
};

// The act has no object, or its object is not known yet: could it be allowed on some object?
bool pourrait(const Acteur& acteur, Permission permission);

// On no object at all: to begin a dossier, to read one's account.
bool peut(const Acteur& acteur, Permission permission);

bool peut(const Acteur& acteur, Permission permission, const Portee& portee);

// In the DUI, at that establishment. `rattachements`: those of the account; none: the organisation.
bool peut_a(const Acteur& acteur, Permission permission, std::span<const std::string> rattachements,
            std::string_view finess_et);

}  // namespace grappe::access
