// The calls as JSON, for `appels --json` and for GET /api/appels and /api/appels/{id}.
#pragma once

#include <string>

#include "portail/programme/chargement.hpp"

namespace grappe::rendu {

// {"le": …, "appels": [{id, titre, base_legale, region, empreinte, validite, etat, fenetres}]}
std::string appels_json(const programme::Appels& appels, core::Instant instant);

// The same for one call, with "versions", "valeurs", "options" and "regles".
std::string appel_json(const programme::AppelCharge& charge, core::Instant instant);

}  // namespace grappe::rendu
