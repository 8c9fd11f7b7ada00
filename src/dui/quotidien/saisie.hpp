// The form of a transmission, as fields say it.
#pragma once

#include "dui/transmission/redaction.hpp"
#include "web/page/formulaire.hpp"

namespace grappe::quotidien {

transmission::Transmission transmission_tapee(const page::Formulaire& envoi);

// The moment that fields `jour` and `heure` say, by the clock of Paris; `maintenant` where both are
// empty. Nothing: they say none.
std::optional<core::Instant> moment_tape(const page::Formulaire& envoi, core::Instant maintenant);

}  // namespace grappe::quotidien
