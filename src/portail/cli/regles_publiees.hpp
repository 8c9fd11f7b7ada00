// What a command says of the rules that were published before.
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"

namespace grappe::cli {

// The digests of those whose text this program reads no more: the dossiers that they judged are
// judged by the file in force.
void dire_les_illisibles(const Session& session, const std::vector<std::string>& empreintes);

}  // namespace grappe::cli
