// Sentences of an evaluation, as a command writes them.
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "dui/evaluation/resultat.hpp"

namespace grappe::dui {

std::vector<std::string> phrases_de(const cli::Session& session,
                                    const std::vector<evaluation::Dit>& dits);

// One a line.
std::string en_lignes(const std::vector<std::string>& phrases);

// ["…","…"]
std::string liste_json(const std::vector<std::string>& textes);

}  // namespace grappe::dui
