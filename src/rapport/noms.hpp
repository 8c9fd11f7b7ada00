// Counters and indicators as JSON: the figures of a line of the report.
#pragma once

#include "rapport/champs.hpp"
#include "usage/compteurs.hpp"

namespace grappe::rapport {

// The counters by their name, in alphabetical order.
Valeur compteurs_en_json(const usage::Compteurs& compteurs);
usage::Compteurs lire_compteurs(Champs& champs, std::string_view nom, Reproches& reproches);

// {"dmp":{"fenetre":[numerator, denominator],…},…,"eparcours":[in the window, since the start],…}
Valeur indicateurs_en_json(const usage::Compteurs& compteurs);

}  // namespace grappe::rapport
