// Reading of the JSON that a provider writes: whatever is not of the awaited kind is absent. A
// costly header: for a few .cpp of this folder.
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grappe::openid {

std::optional<boost::json::object> lire_objet(std::string_view json);

std::string texte(const boost::json::object& objet, std::string_view nom);  // "" when absent
// An array of texts, or one text alone: `aud` is either.
std::vector<std::string> textes(const boost::json::object& objet, std::string_view nom);
std::optional<std::int64_t> secondes(const boost::json::object& objet, std::string_view nom);
bool vrai(const boost::json::object& objet, std::string_view nom);

bool contient(const std::vector<std::string>& liste, std::string_view mot);

}  // namespace grappe::openid
