// The JSON of a call: windows and their state at an instant, options left open, values, sources.
#pragma once

#include "portail/programme/appel.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {

void ecrire_resume(rendu::EcrivainJson& json, const programme::Appel& appel,
                   core::Instant maintenant);
void ecrire_appel(rendu::EcrivainJson& json, const programme::Appel& appel,
                  core::Instant maintenant);

}  // namespace grappe::api
