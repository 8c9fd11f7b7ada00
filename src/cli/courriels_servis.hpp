// Where the mails of a server go, for its transport and for who starts it.
#pragma once

#include <string>
#include <string_view>

#include "cli/session.hpp"

namespace grappe::cli {

// As the transport reads it. A lasting folder of the data serves when no mail server is named:
// nothing that was promised is lost.
std::string adresse_du_courrier(std::string_view option, std::string_view donnees);

// A French sentence; the password of a mail server is not in it.
std::string ou_vont_les_courriels(const Session& session, std::string_view adresse);

}  // namespace grappe::cli
