// Payment orders and the payments that wait for one, as JSON.
#pragma once

#include <string>
#include <vector>

#include "portail/ordre/emission.hpp"

namespace grappe::api {

std::string ordre_json(const ordre::Ordre& ordre);
std::string ordres_json(const std::vector<ordre::Resume>& ordres);
std::string candidats_json(const std::vector<ordre::Candidat>& candidats);

}  // namespace grappe::api
