// One record as the definitions read it: for its reasons, its page and its evidence.
#pragma once

#include "dui/indicateur/comptage.hpp"
#include "usage/dossier_mesure.hpp"

namespace grappe::indicateur {

// What was known of it by then. `compter` answers the counters of `usage::evaluer` of this.
usage::DossierMesure dossier_mesure(const colonnes::Plages& dossier, Acte connu);

// The same, without what bears on no answer about that window: of the years before and after it,
// the nearest fact of each kind. `usage::evaluer` says the same of both, and so do its obstacles.
usage::DossierMesure dossier_autour(const colonnes::Plages& dossier, const Bornes& bornes,
                                    Acte connu);

}  // namespace grappe::indicateur
