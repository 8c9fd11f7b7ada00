// Draws of a report and the proofs that answered them, in words.
#pragma once

#include "portail/suivi/rapport_vue.hpp"

namespace grappe::suivi {

void ajouter_les_tirages(page::Vue& vue, const Suivi& suivi, const usages::RapportVu& vu,
                         const Droits& droits);

}  // namespace grappe::suivi
