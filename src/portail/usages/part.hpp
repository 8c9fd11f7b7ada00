// Part: what a member of a grappe reads of a report, the lines of its own establishments. A report
// is signed as a whole; its bytes, and what was drawn from them, are for who reads it whole.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "portail/usages/lecture.hpp"
#include "portail/usages/plausibilite.hpp"

namespace grappe::usages {

// Numbers of establishments; empty: the actor speaks for none of those that the report counts.
using Part = std::set<std::string>;
Part part_du_membre(storage::Reader& db, const Demandeur& qui, const RapportRecu& rapport,
                    const Registre& registre);

// Whole for who may read it whole; else, for a member, its part: `vu.en_partie`. Codes of
// `demander_le_rapport`.
core::Result<RapportVu> lire_ou_sa_part(storage::Reader& db, const Demandeur& qui,
                                        std::string_view id, const Registre& registre);

// The reports where the actor has a part without being the porteur, latest first: each as its part
// alone would be.
std::vector<Resume> lister_les_parts(storage::Reader& db, const Demandeur& qui,
                                     const Registre& registre);

}  // namespace grappe::usages
