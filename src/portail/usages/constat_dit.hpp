// A finding as a sentence.
#pragma once

#include <string>

#include "portail/usages/rapport_recu.hpp"
#include "rules/phrases.hpp"

namespace grappe::usages {

// "91,67"; "–" where it is not measurable.
std::string taux_dit(const usage::Mesure& mesure);

std::string indicateur_dit(usage::Indicateur indicateur, const rules::Phrases& phrases);

std::string dire(const Constat& constat, const rules::Phrases& phrases);

}  // namespace grappe::usages
