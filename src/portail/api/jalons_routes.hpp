// Routes of the milestones of an agreement.
#pragma once

#include "portail/api/dossiers.hpp"

namespace grappe::api {

void add_jalons_routes(http::Routes& routes, const Teleservice& teleservice);

}  // namespace grappe::api
