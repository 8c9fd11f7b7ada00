// The sentence of a refusal: where the state of a dossier is why, which it is and what it allows.
#pragma once

#include <string>

#include "core/result.hpp"
#include "portail/teleservice/etats.hpp"
#include "rules/phrases.hpp"

namespace grappe::teleservice {

std::string dire(const core::Refusal& refus, const rules::Phrases& phrases);

// "le porteur peut le modifier ou le retirer ; le guichet peut le prendre en charge"; empty: nobody
// can do anything here any more.
std::string ce_que_permet(Statut statut, const rules::Phrases& phrases);

}  // namespace grappe::teleservice
