// Écriture: numbers, days and hours in French, the same on every page of both programs.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/instant.hpp"
#include "rules/phrases.hpp"

namespace grappe::page {

std::string entier(std::int64_t nombre);                       // "95 333", thin spaces
std::string jour(core::Date date);                             // "24 mai 2024"
std::string heure(core::Instant instant, const core::Zone&);   // "23 h 59"
std::string moment(core::Instant instant, const core::Zone&);  // "24 mai 2024 à 23 h 59"
std::chrono::minutes depuis_minuit(core::Instant instant, const core::Zone& fuseau);

// A code of fr.txt, or `sinon` when no sentence has it.
std::string etiquette(const rules::Phrases& phrases, std::string_view code, std::string_view sinon);

}  // namespace grappe::page
