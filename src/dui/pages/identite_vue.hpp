// How far an identity is trusted, as a page says it.
#pragma once

#include <string>

#include "dui/identite/identite.hpp"
#include "dui/pages/services.hpp"

namespace grappe::dui {

// "qualifiée", "provisoire, douteuse": the state, then each attribute.
std::string etat_dit(const Services& services, const identite::Identite& identite);

}  // namespace grappe::dui
