// Assemblage: the layers of a call become its versions, each a whole call for some days.
#pragma once

#include <vector>

#include "portail/programme/appel.hpp"
#include "portail/programme/couche.hpp"

namespace grappe::programme {

// The call as it is from `de` until `a` excluded.
struct Version {
    core::Instant de, a;
    Appel appel;
};

// `entete` carries the identity of the call, without values. Faults go to `lecture`.
std::vector<Version> assembler(const Appel& entete, const std::vector<Unite>& unites,
                               const FichierAppel& fichier);

// What no single value shows: windows, options, pieces and rules that contradict one another.
void verifier_coherence(const Appel& appel, const FichierAppel& fichier);

}  // namespace grappe::programme
