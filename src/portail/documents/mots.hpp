// Mots: the words that every document shares: an instant, a size, a piece.
#pragma once

#include <string>
#include <string_view>

#include "core/instant.hpp"
#include "core/money.hpp"
#include "rules/phrases.hpp"

namespace grappe::documents {

std::string dire(const rules::Phrases& phrases, std::string_view code);

// "24 mai 2024"
std::string jour_en_francais(core::Date jour);
// "24 mai 2024 à 23 h 59 min 59 s"
std::string heure_de(const core::Zone& zone, core::Instant instant);

// "1,2 Mio", "812 octets": binary units, as people see them beside a file.
std::string taille_en_francais(std::int64_t octets);

// "Plan de financement" for "DOC-06"; the type itself when nothing names it.
std::string libelle_de_piece(const rules::Phrases& phrases, std::string_view type);

}  // namespace grappe::documents
