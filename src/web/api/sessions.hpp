// Sessions of both programs by their API: opened by a password and a code, listed, closed.
#pragma once

#include "web/garde/garde.hpp"

namespace grappe::api {

void add_sessions_routes(http::Routes& routes, const garde::Comptes& comptes);

}  // namespace grappe::api
