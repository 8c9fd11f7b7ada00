// The date of a register in words, whether something says it or nothing does.
#pragma once

#include <optional>
#include <string>

#include "core/date.hpp"
#include "rules/phrases.hpp"

namespace grappe::rendu {

// After "registre": "au 8 janvier 2021", "de date inconnue".
std::string registre_au(const std::optional<core::Date>& date, const rules::Phrases& phrases);
// After "état": "du 8 janvier 2021", "de date inconnue".
std::string registre_du(const std::optional<core::Date>& date, const rules::Phrases& phrases);

}  // namespace grappe::rendu
