// A person's own data: every row about her account, as JSON, in one archive with its digests.
#pragma once

#include <string>

#include "portail/teleservice/acces.hpp"

namespace grappe::documents {

// One file a table; what is secret (passwords, tokens, the second factor) is told, not given.
void archiver_mes_donnees(storage::Reader& db, const teleservice::Demandeur& qui,
                          const std::string& chemin);

}  // namespace grappe::documents
