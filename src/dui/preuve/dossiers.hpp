// The records behind a usage report, as its evidence tree takes them.
#pragma once

#include <vector>

#include "dui/indicateur/comptage.hpp"
#include "rapport/fabrique.hpp"

namespace grappe::preuve {

// All that was known by then of one establishment: a record for each person that a fact names
// there, one for each message that names nobody. Nothing where no line named it by then.
std::vector<rapport::Dossier> dossiers(const colonnes::Colonnes& tout, const core::Finess& finess,
                                       indicateur::Acte connu);

// The establishments that a line named by then, ascending.
std::vector<core::Finess> etablissements(const colonnes::Colonnes& tout, indicateur::Acte connu);

}  // namespace grappe::preuve
