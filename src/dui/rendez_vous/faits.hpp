// Which occurrences the indicators count: each that begins before a horizon is a fact `evenement`,
// in the transaction that planned it or said something of it.
#pragma once

#include "dui/element/ecriture.hpp"
#include "dui/rendez_vous/lecture.hpp"

namespace grappe::rendez_vous {

// In days. A question is about days that are over: what is planned five weeks ahead is a fact long
// before it is asked for, even when the hourly upkeep is missed for weeks.
inline constexpr int horizon = 35;
core::Date horizon_de(magasin::Moment maintenant);

// The facts say `apres` where they said `avant`: what is no longer there is cancelled. Code
// "rendez_vous.fait": the facts refuse it (a person nobody knows).
core::Result<void> aligner(storage::Writer& db, const element::Geste& geste,
                           std::span<const Occurrence> avant, std::span<const Occurrence> apres);

// Series go on: the facts of the days that come within the horizon, of `combien` series at most.
// Answers of how many.
core::Result<std::size_t> prolonger(storage::Writer& db, const element::Geste& geste,
                                    std::size_t combien);

}  // namespace grappe::rendez_vous
