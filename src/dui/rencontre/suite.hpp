// Where a list of elements goes on, as an address says it: "2024-08-01T10:00:00Z,12".
#pragma once

#include <optional>
#include <string>

#include "dui/element/elements_repository.hpp"

namespace grappe::rencontre {

// From the latest where it cannot be read.
element::Suite suite_de(std::string_view texte);
std::string suite_dite(const element::Suite& suite);
// Empty: the list ends there.
std::string adresse_de_la_suite(const std::string& ici, const std::optional<element::Suite>& suite);

}  // namespace grappe::rencontre
