// Sujet: what the trace and the neighbours of an analysis look at.
#pragma once

#include "portail/recevabilite/recevabilite.hpp"

namespace grappe::analyse {

struct Sujet {
    const dossier::DossierResolu& dossier;
    const programme::Appel& appel;
    const dossier::Referentiels& referentiels;
    const recevabilite::Recevabilite& recevabilite;
};

}  // namespace grappe::analyse
