// Use case: a porteur withdraws its dossier, and both sides are told.
#pragma once

#include "portail/instruction/moyens.hpp"
#include "portail/teleservice/brouillon.hpp"

namespace grappe::instruction {

// A mail to the porteur, which no preference keeps back: its application ends. To the desk, if it
// was deposited, as news. Codes of `teleservice::retirer`, which changes the state only.
core::Result<Dossier> retirer(storage::Writer& db, const Demandeur& qui,
                              const teleservice::Retrait& retrait, const Moyens& moyens);

}  // namespace grappe::instruction
