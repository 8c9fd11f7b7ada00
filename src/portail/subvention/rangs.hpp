// AMB-01, AMB-09, AMB-10: which ranks the establishments of a grappe take.
#pragma once

#include <span>
#include <vector>

#include "portail/subvention/preparation.hpp"

namespace grappe::subvention {

bool a_des_paliers(const programme::Appel& appel);

// The financed share of the flats of one establishment under these choices.
Part part(const LignePreparee& ligne, const Choix& choix);

// The tier of a rank, counted from 1.
const programme::Palier& palier_au_rang(const programme::Bareme& bareme, int rang);

// One rank for each establishment, in input order. Under `commun_au_prorata` nobody has a rank of
// his own: the ranks answered are those that the whole grappe shares.
std::vector<int> rangs(const Base& base, const Choix& choix);

// True when each establishment has a rank of his own.
bool rangs_individuels(const Choix& choix);

}  // namespace grappe::subvention
