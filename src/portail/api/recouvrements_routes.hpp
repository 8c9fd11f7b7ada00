// Routes of recoveries.
#pragma once

#include "portail/api/dossiers.hpp"

namespace grappe::api {

void add_recouvrements_routes(http::Routes& routes, const Teleservice& service);

}  // namespace grappe::api
