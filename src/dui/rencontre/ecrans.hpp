// Ecrans: what every page about persons reads, and how a form of theirs is added.
#pragma once

#include "dui/annuaire/annuaire.hpp"
#include "dui/pages/services.hpp"
#include "web/compte/site.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::rencontre {

// Everything outlives the routes.
struct Ecrans {
    const dui::Services& services;
    const compte::Site& site;
    annuaire::Annuaire& annuaire;
};

core::Instant instant(const Ecrans& ecrans);
magasin::Moment maintenant(const Ecrans& ecrans);  // the same, as acts are recorded

// What is typed outlives the session: it is carried through the sign-in. In bytes.
void ajouter_envoi(const Ecrans& ecrans, garde::Ecran ecran, std::size_t corps_au_plus);

}  // namespace grappe::rencontre
