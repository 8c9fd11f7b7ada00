// Exact comparison with a target, and the rate as people read it.
#include "usage/indicateur.hpp"

#include <fmt/format.h>

#include "core/int128.hpp"

namespace grappe::usage {

using core::i128;

std::optional<bool> Mesure::atteinte(int cible) const {
    if (!mesurable()) return std::nullopt;
    return i128{100} * numerateur >= i128{cible} * denominateur;
}

std::optional<std::string> Mesure::taux() const {
    if (!mesurable()) return std::nullopt;
    const auto centiemes = (i128{20'000} * numerateur + denominateur) / (i128{2} * denominateur);
    return fmt::format("{}.{:02}", centiemes / 100, static_cast<int>(centiemes % 100));
}

}  // namespace grappe::usage
