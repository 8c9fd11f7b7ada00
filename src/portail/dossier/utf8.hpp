// Strict UTF-8, and places in a text as a person counts them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "portail/dossier/faute.hpp"

namespace grappe::dossier {

// The size of the text when it is wholly UTF-8 (no overlong form, no surrogate).
std::size_t premier_octet_hors_utf8(std::string_view texte);

// Line and column of a byte, both from 1; the column counts characters, not bytes.
Position position_de(std::string_view texte, std::size_t octet);

// At most `maximum` bytes for a message, cut between characters, controls shown as spaces.
std::string extrait(std::string_view texte, std::size_t maximum);

}  // namespace grappe::dossier
