// A dossier written as contract portail-check reads it: the facts that were judged, when no text of
// a porteur says them all.
#pragma once

#include <string>

#include "portail/dossier/dossier.hpp"

namespace grappe::documents {

// What is unknown is left out, what is none is null: read again, it is the same dossier.
std::string ecrire_le_dossier(const dossier::Dossier& dossier);

}  // namespace grappe::documents
