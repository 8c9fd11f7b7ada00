// Lettres: the mails of this module, queued in the transaction of their reason.
#pragma once

#include <string_view>

#include "portail/teleservice/depot.hpp"

namespace grappe::teleservice {

void annoncer_le_depot(storage::Writer& db, const Recepisse& recepisse, const Moyens& moyens,
                       std::string_view compte);

}  // namespace grappe::teleservice
