// One measured indicator as a line of a terminal, the same from both programs.
#pragma once

#include <optional>
#include <string>

#include "rules/phrases.hpp"
#include "usage/indicateur.hpp"

namespace grappe::cli {

struct MesureADire {
    usage::Indicateur indicateur;
    // Of an indicator without a target: its count in the window, and since the first line.
    usage::Mesure mesure;
    std::optional<int> cible;
};
std::string mesure_dite(const MesureADire& une, const rules::Phrases& phrases);

// "personnes accompagnées pendant la période".
std::string lecture_dite(usage::Denominateur lecture, const rules::Phrases& phrases);

}  // namespace grappe::cli
