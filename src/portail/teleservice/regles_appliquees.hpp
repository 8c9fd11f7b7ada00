// The rules of a deposited dossier: those of its receipt, or those to which an act moved it since.
#pragma once

#include "portail/socle/figes.hpp"
#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/intervention.hpp"

namespace grappe::teleservice {

// The field that such an act corrects, as interventions name it; its values are digests of rules.
inline constexpr std::string_view champ_des_regles = "regles";

bool change_les_regles(const Intervention& intervention);

// "sha256:…" of the version of the call.
std::string regles_en_vigueur(storage::Reader& db, const Depot& depot);

// The means that judge that deposit.
socle::Moyens moyens_du_depot(storage::Reader& db, const Depot& depot, const socle::Moyens& regles);
// Its call, as those means have it; it lives as long as the calls do.
const programme::Appel& appel_du_depot(storage::Reader& db, const Dossier& dossier,
                                       const Depot& depot, const socle::Moyens& regles);

}  // namespace grappe::teleservice
