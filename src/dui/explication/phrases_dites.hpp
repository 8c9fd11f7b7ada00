// Explanations as French sentences, the same on a page and in a terminal.
#pragma once

#include <string>

#include "dui/explication/explication.hpp"
#include "dui/explication/prevision.hpp"
#include "rules/phrases.hpp"

namespace grappe::explication {

// "Son projet personnalisé est en pause (commencé le 3 mai 2024)."
std::string dite(const Raison& raison, const rules::Phrases& phrases);
std::string dit(Geste geste, const rules::Phrases& phrases);
std::string dite(const Prevision& prevision, const rules::Phrases& phrases);
// "Il manque 6 dossiers."; of an indicator with a target.
std::string manque_dit(const Explication& une, const rules::Phrases& phrases);

// "+ 0,52 point par semaine".
std::string rythme_dit(const core::Fraction& pente, const rules::Phrases& phrases);

}  // namespace grappe::explication
