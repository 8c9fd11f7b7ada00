// Reading of the JSON that a provider writes.
#include "openid/json.hpp"

#include <algorithm>

namespace grappe::openid {

std::optional<boost::json::object> lire_objet(std::string_view json) {
    constexpr std::size_t profondeur = 16;
    boost::system::error_code faute;
    const auto lu =
        boost::json::parse({json.data(), json.size()}, faute, {}, {.max_depth = profondeur});
    if (faute || !lu.is_object()) return std::nullopt;
    return lu.as_object();
}

std::string texte(const boost::json::object& objet, std::string_view nom) {
    const auto* valeur = objet.if_contains({nom.data(), nom.size()});
    if (valeur == nullptr || !valeur->is_string()) return {};
    return std::string{valeur->as_string().c_str(), valeur->as_string().size()};
}

std::vector<std::string> textes(const boost::json::object& objet, std::string_view nom) {
    const auto* valeur = objet.if_contains({nom.data(), nom.size()});
    std::vector<std::string> liste;
    if (valeur != nullptr && valeur->is_string()) liste.push_back(texte(objet, nom));
    if (valeur == nullptr || !valeur->is_array()) return liste;
    for (const auto& un : valeur->as_array())
        if (un.is_string()) liste.emplace_back(un.as_string().c_str(), un.as_string().size());
    return liste;
}

std::optional<std::int64_t> secondes(const boost::json::object& objet, std::string_view nom) {
    const auto* valeur = objet.if_contains({nom.data(), nom.size()});
    if (valeur == nullptr || !valeur->is_int64()) return std::nullopt;
    return valeur->as_int64();
}

bool vrai(const boost::json::object& objet, std::string_view nom) {
    const auto* valeur = objet.if_contains({nom.data(), nom.size()});
    return valeur != nullptr && valeur->is_bool() && valeur->as_bool();
}

bool contient(const std::vector<std::string>& liste, std::string_view mot) {
    return std::find(liste.begin(), liste.end(), mot) != liste.end();
}

}  // namespace grappe::openid
