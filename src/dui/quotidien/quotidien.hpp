// The pages of every day of the DUI: team, person, transmissions.
#pragma once

#include "dui/annuaire/annuaire.hpp"
#include "dui/pages/services.hpp"
#include "web/compte/site.hpp"

namespace grappe::quotidien {

// Everything outlives the routes.
struct Quotidien {
    const dui::Services& services;
    const compte::Site& site;
    annuaire::Annuaire& annuaire;
};

void ajouter_quotidien(const Quotidien& quotidien);

}  // namespace grappe::quotidien
