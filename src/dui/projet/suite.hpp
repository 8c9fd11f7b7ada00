// What follows a writing, in its transaction: the fact that indicators count, the term of the
// review. Inside this module only.
#pragma once

#include "dui/projet/redaction.hpp"

namespace grappe::projet {

// One fact a project, corrected at each passage: `du` the day it was opened, `au` the day it ended.
core::Result<void> dire_le_fait(storage::Writer& db, const element::Geste& geste,
                                const Projet& projet);

// An element of the project that begins at the term of its review, so that those of an
// establishment are found by their term; nothing is written where it is the same.
core::Result<void> tenir_la_revision(storage::Writer& db, const element::Geste& geste,
                                     const Projet& projet, const Delais& delais);

}  // namespace grappe::projet
