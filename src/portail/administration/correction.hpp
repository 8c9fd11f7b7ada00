// Use case: an administrator corrects one field of a deposited dossier. The deposited version and
// its receipt stay as they are; the corrected one stands beside and is what the desk judges.
#pragma once

#include <vector>

#include "portail/administration/champs.hpp"
#include "portail/administration/intervention.hpp"

namespace grappe::administration {

// Nothing is decided of it: what is judged of a deposited dossier, and by what, can still change.
bool se_corrige(Statut statut);

// Fields of what is in force. Codes "acces.interdit", "dossier.inconnu", "dossier.etat" (it is no
// deposited dossier that can still change).
core::Result<std::vector<Champ>> champs_corrigeables(storage::Reader& db, const Demandeur& qui,
                                                     std::string_view dossier);

// Codes of a Demande, of `corriger_le_texte`, "dossier.etat", "administration.illisible" (the rules
// cannot read the dossier any more), "administration.essms_ailleurs", "administration.part" (the
// detail names members: what is said in their name changes with their agreement only).
struct Correction {
    Demande demande;
    Correctif correctif;
};
core::Result<Intervention> corriger(storage::Writer& db, const Demandeur& qui,
                                    const Correction& correction, const Moyens& moyens);

}  // namespace grappe::administration
