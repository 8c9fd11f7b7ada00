// Fonte: several segments made into one, and replaced versions closed.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>

#include "dui/colonnes/ecrivain.hpp"

namespace grappe::colonnes {

// By number of the stored version, the act of recording that replaced it.
using Remplacees = std::unordered_map<std::uint64_t, std::uint32_t>;

void fondre(std::span<const Segment> segments, const Remplacees& remplacees, Ecrivain& sortie);

}  // namespace grappe::colonnes
