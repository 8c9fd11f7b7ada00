// The facts of a record as canonical text: what a leaf digests and what its opening shows.
#pragma once

#include <string>

#include "rapport/json.hpp"
#include "rapport/reproche.hpp"
#include "usage/dossier_mesure.hpp"

namespace grappe::rapport {

std::string ecrire_faits(const usage::DossierMesure& dossier);

// `chemin` is where they stand, for the faults. Facts that cannot be (an exit before its entry) are
// faults too.
usage::DossierMesure lire_faits(const Valeur& valeur, const std::string& chemin,
                                Reproches& reproches);

}  // namespace grappe::rapport
