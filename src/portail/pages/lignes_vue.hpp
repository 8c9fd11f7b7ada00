// The lines of the form: one establishment each, beside what the register knows.
#pragma once

#include <set>

#include "portail/pages/champs.hpp"

namespace grappe::pages {

page::Vue::Liste lignes(const Services& services, const Etude& etude,
                        const std::set<int>& detaillees, Champs& champs);

}  // namespace grappe::pages
