// A rehearsal as JSON, as lines of CSV, as a text.
#pragma once

#include <string>

#include "portail/repetition/repetition.hpp"

namespace grappe::repetition {

std::string en_json(const Repetition& repetition);
// One line a dossier, semicolons and a byte order mark: what a spreadsheet opens.
std::string en_csv(const std::vector<Replique>& repliques, const rules::Phrases& phrases);
// For a terminal: totals, then each dossier that changes with its reasons.
std::string en_texte(const Repetition& repetition, const rules::Phrases& phrases);
// What was played and what was not, in one sentence.
std::string portee_en_mots(const Repetition& repetition, const rules::Phrases& phrases);

}  // namespace grappe::repetition
