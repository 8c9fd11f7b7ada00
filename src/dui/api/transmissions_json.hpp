// Transmissions as JSON, and what a body says of one.
#pragma once

#include "dui/transmission/releve.hpp"
#include "web/api/corps_json.hpp"

namespace grappe::dui {

// With its text and who wrote it when.
std::string en_json(const transmission::Version& une);
// First version first.
std::string en_json(const std::vector<transmission::Version>& versions);
// `suite` is what asks for the next page; empty: none.
std::string en_json(const transmission::Page& page, std::string_view suite);
std::string en_json(const transmission::Releve& releve);

// Codes "transmission.forme", "transmission.urgence" (a word that is none).
struct Dite {
    transmission::Transmission dit;
    std::vector<transmission::Faute> fautes;
};
Dite dite(const api::Corps& corps);

}  // namespace grappe::dui
