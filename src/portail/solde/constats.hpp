// The findings of a balance: advance, targets, expenses, what is left open, each with its source.
#pragma once

#include "portail/solde/solde.hpp"

namespace grappe::solde {

std::vector<Constat> constater(const Demande& demande, const Solde& solde);

}  // namespace grappe::solde
