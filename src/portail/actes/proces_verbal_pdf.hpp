// The minutes of a committee as a tagged PDF. Pure: the same committee gives the same bytes.
#pragma once

#include <string>
#include <vector>

#include "portail/comite/comite.hpp"
#include "rules/phrases.hpp"

namespace grappe::actes {

struct ProcesVerbal {
    const comite::Comite& comite;
    const std::vector<std::string>& paragraphes;  // of comite::proces_verbal
    std::string_view mention{};                   // at the foot of each page; empty: none
};
std::string proces_verbal_en_pdf(const ProcesVerbal& proces_verbal, const rules::Phrases& phrases);

}  // namespace grappe::actes
