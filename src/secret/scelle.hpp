// Scellé: a text that a key seals for a while: a form or a cookie carries it, nothing is stored.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/instant.hpp"
#include "secret/coffre.hpp"

namespace grappe::secret {

struct ASceller {
    std::string_view clair;
    std::string_view proprietaire;  // as of Coffre::sceller
    core::Instant expire_le;
};
std::string sceller_un_temps(const Coffre& coffre, const ASceller& texte);

// Nothing when it is too late, at `expire_le` included, or when the coffre refuses.
std::optional<std::string> desceller_a_temps(const Coffre& coffre, std::string_view scelle,
                                             std::string_view proprietaire, core::Instant reel);

}  // namespace grappe::secret
