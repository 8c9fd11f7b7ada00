// What a server judges usage reports with.
#pragma once

#include "portail/cli/commande.hpp"
#include "portail/usages/transmission.hpp"
#include "referentiels/registre_en_memoire.hpp"

namespace grappe::cli {

// The rules of measure and the thresholds that are shipped; the register comes after. Code
// "usages.seuils".
core::Result<usages::Moyens> usages_servis(const Session& session);

// `registre` outlives the means.
usages::Moyens avec_le_registre(usages::Moyens moyens,
                                const referentiels::RegistreEnMemoire& registre);

}  // namespace grappe::cli
