// The token of a link of a mail: in the address as the mail gives it, in the path after a sign-in,
// or empty when the address was cut.
#pragma once

#include <string>

#include "web/http/request.hpp"

namespace grappe::espace {

inline std::string jeton_recu(const http::Request& requete) {
    if (const auto dit = requete.query("jeton")) return std::string{*dit};
    return requete.path_parameters.empty() ? std::string{} : std::string{requete.path("jeton")};
}

}  // namespace grappe::espace
