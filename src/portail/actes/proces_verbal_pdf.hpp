// The minutes of a committee as a tagged PDF. Pure: the same committee gives the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "portail/comite/proces_verbal.hpp"
#include "rules/phrases.hpp"

namespace grappe::actes {

// `mention`: at the foot of each page; empty: none.
std::string proces_verbal_en_pdf(const comite::ProcesVerbal& proces_verbal,
                                 const rules::Phrases& phrases, std::string_view mention = {});

}  // namespace grappe::actes
