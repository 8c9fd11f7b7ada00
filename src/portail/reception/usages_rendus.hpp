// The file of a usage report given back, for the API and the pages alike.
#pragma once

#include "portail/usages/lecture.hpp"
#include "web/http/response.hpp"

namespace grappe::reception {

// As an attachment: "rapport-d-usage-12.json", or ".csv" of a declared one.
http::Response en_fichier(usages::Fichier fichier);
// "tirage.json", as the command writes it.
http::Response en_tirage(std::string octets);

}  // namespace grappe::reception
