// Rules that do not move: those of a digest, whatever was published since.
#pragma once

#include <string_view>

#include "portail/socle/verification.hpp"

namespace grappe::socle {

// Of Moyens::appel: the digest of a version ("sha256:…") names that version, whatever the instant.
bool est_une_empreinte(std::string_view id);

// The same means, but the call is that version where it is known here: what was deposited keeps
// the rules of its deposit. `moyens` without it are answered as they are.
Moyens figes(const Moyens& moyens, std::string_view empreinte);

}  // namespace grappe::socle
