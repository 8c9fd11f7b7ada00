// Outcome of a rule: the seven words of the catalogue.
#pragma once

#include <array>

#include "core/named.hpp"

namespace grappe::rules {

enum class Issue { conforme, non_conforme, a_apprecier, manque, alerte, sans_objet, non_defini };

constexpr auto names(Issue) {
    return std::to_array<core::Named<Issue>>({{Issue::conforme, "CONFORME"},
                                              {Issue::non_conforme, "NON_CONFORME"},
                                              {Issue::a_apprecier, "A_APPRECIER"},
                                              {Issue::manque, "MANQUE"},
                                              {Issue::alerte, "ALERTE"},
                                              {Issue::sans_objet, "SANS_OBJET"},
                                              {Issue::non_defini, "NON_DEFINI"}});
}

}  // namespace grappe::rules
