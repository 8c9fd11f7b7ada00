// The contents of an element: a flat JSON object of texts, keys in order, empty ones left out.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace grappe::lecture {

using Textes = std::map<std::string, std::string, std::less<>>;

std::string en_contenu(const Textes& textes);
// What was stored so; anything else is a Bug.
Textes textes_du_contenu(std::string_view contenu);

}  // namespace grappe::lecture
