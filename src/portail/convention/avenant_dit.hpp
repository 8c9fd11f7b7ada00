// Avenant dit: an amendment in French sentences: who leaves, who joins, amounts and delays before
// and after, what becomes of the advance. Pure.
#pragma once

#include "portail/convention/avenants.hpp"
#include "rules/phrases.hpp"

namespace grappe::convention {

// In the order in which they are read: establishments, facts corrected, totals, advance, delay,
// what the parties must know.
std::vector<std::string> dire(const AvenantLu& lu, const rules::Phrases& phrases);

// Of a change that cannot be made.
std::string dire(const FauteDeChangement& faute, const std::vector<Changement>& demandes,
                 const rules::Phrases& phrases);

}  // namespace grappe::convention
