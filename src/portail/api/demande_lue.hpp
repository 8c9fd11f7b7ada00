// The body of a request for complements: {textes, pieces, echeance}.
#pragma once

#include <string_view>

#include "portail/instruction/demande.hpp"

namespace grappe::api {

// `textes`: a text or a list of texts. `pieces`: a list; each is a type or the id of a piece, or an
// object {type or piece, organisme, texte}. `echeance`: a day, or an instant: its day in Paris.
// Codes "api.json_invalide", "complements.forme" (the detail is the key at fault). The dossier is
// left empty.
core::Result<instruction::NouvelleDemande> lire_demande(std::string_view json);

}  // namespace grappe::api
