// Sectors of the programme.
#pragma once

#include <array>

#include "core/named.hpp"

namespace grappe::referentiels {

enum class Secteur { PA, PH, DOM, PDE, PDS, AHI, PJM };

constexpr auto names(Secteur) {
    return std::to_array<core::Named<Secteur>>({{Secteur::PA, "PA"},
                                                {Secteur::PH, "PH"},
                                                {Secteur::DOM, "DOM"},
                                                {Secteur::PDE, "PDE"},
                                                {Secteur::PDS, "PDS"},
                                                {Secteur::AHI, "AHI"},
                                                {Secteur::PJM, "PJM"}});
}

}  // namespace grappe::referentiels
