// The text of an analysis that a porteur reads: the answer first, then the reasons, then the texts.
#pragma once

#include <string>

#include "portail/rendu/analyse_json.hpp"

namespace grappe::rendu {

// French, UTF-8, 100 columns, ends with a line break.
std::string analyse_texte(const Sujet& source);

}  // namespace grappe::rendu
