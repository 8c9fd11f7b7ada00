// The streams of numbers, one a use: a change in one leaves the others as they were.
#pragma once

#include <cstdint>

namespace grappe::generateur {

constexpr std::uint64_t usage_organisation = 1, usage_etablissement = 2, usage_identite = 3,
                        usage_parcours = 4, usage_echeances = 5, usage_rythme = 6,
                        usage_contenu = 7, usage_ateliers = 8;

}  // namespace grappe::generateur
