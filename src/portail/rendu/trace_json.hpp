// The trace as JSON: parameters written once, steps of the project, steps of each line.
#pragma once

#include "portail/rendu/analyse_json.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/rendu/messages.hpp"

namespace grappe::rendu {

void ajouter_source(Tampon& sortie, const rules::Source& source);
std::string_view nom_de(rules::RegleId regle);

// Form: docs/trace.md.
void ajouter_trace(Tampon& sortie, const Sujet& source, Messages& messages);

}  // namespace grappe::rendu
