// Sheets as pages say them.
#pragma once

#include "dui/fiche/ecriture.hpp"
#include "dui/usager/champs.hpp"

namespace grappe::usager {

// Of the rubrique, with the values typed; a field of days is an input of days, and so on.
page::Vue::Liste champs_de(const dui::Services& services, const fiche::Rubrique& rubrique,
                           const fiche::Textes& textes, const std::vector<Faute>& fautes);

// What names it: "Léa EXEMPLE", "Tutelle · EXEMPLE".
std::string titre_de(const dui::Services& services, const fiche::Fiche& fiche);
// A field in words: a day as a day, a word as its sentence; empty: not told.
std::string valeur_dite(const dui::Services& services, const fiche::Fiche& fiche,
                        const fiche::Champ& champ);
// "titre", "adresse", "faits" (the fields that its title does not say), "vigueur", "alerte",
// "passee": it does not stand on that day.
page::Vue vue_de(const dui::Services& services, const fiche::Fiche& fiche, core::Date jour);

}  // namespace grappe::usager
