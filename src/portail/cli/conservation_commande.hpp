// How long dossiers are kept, as a server and a command read it.
#pragma once

#include <vector>

#include "cli/base_servie.hpp"
#include "portail/documents/conservation.hpp"

namespace grappe::cli {

// The administrator's file in the data folder, else the shipped one.
core::Result<std::vector<documents::DureeDeGarde>> durees_de_garde(const Session& session,
                                                                   const BaseServie& base);

}  // namespace grappe::cli
