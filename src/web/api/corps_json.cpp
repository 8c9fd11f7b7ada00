// Reading of such a body.
#include "web/api/corps_json.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "core/integer.hpp"

namespace grappe::api {
namespace {

namespace json = boost::json;

// What a member is besides a text, as JSON.
std::string en_texte(const json::value& valeur) {
    if (valeur.is_bool()) return valeur.get_bool() ? "true" : "false";
    if (valeur.is_int64()) return std::to_string(valeur.get_int64());
    if (valeur.is_uint64()) return std::to_string(valeur.get_uint64());
    return json::serialize(valeur);
}

std::string_view sans_marque(std::string_view texte) {
    constexpr std::string_view marque = "\xEF\xBB\xBF";
    if (texte.starts_with(marque)) texte.remove_prefix(marque.size());
    return texte;
}

}  // namespace

core::Result<Corps> Corps::lire(std::string_view texte) {
    json::error_code faute;
    const auto lu = json::parse(sans_marque(texte), faute);
    if (faute || !lu.is_object()) return core::refuse(core::Reason::invalid, "api.json_invalide");
    Corps corps;
    for (const auto& membre : lu.get_object()) {
        const auto& valeur = membre.value();
        const std::string nom{membre.key()};
        if (valeur.is_string())
            corps.textes_.emplace(nom, valeur.get_string());
        else if (!valeur.is_null())
            corps.autres_.emplace(nom, en_texte(valeur));
    }
    return corps;
}

const std::string& Corps::texte(std::string_view nom) const {
    static const std::string vide;
    const auto trouve = textes_.find(nom);
    return trouve == textes_.end() ? vide : trouve->second;
}

std::optional<std::int64_t> Corps::entier(std::string_view nom) const {
    const auto trouve = autres_.find(nom);
    return trouve == autres_.end() ? std::nullopt : core::integer<std::int64_t>(trouve->second);
}

std::optional<bool> Corps::booleen(std::string_view nom) const {
    const auto trouve = autres_.find(nom);
    if (trouve == autres_.end() || (trouve->second != "true" && trouve->second != "false"))
        return std::nullopt;
    return trouve->second == "true";
}

std::string Corps::mal_type(std::initializer_list<std::string_view> noms) const {
    for (const auto nom : noms)
        if (autres_.contains(nom)) return std::string{nom};
    return {};
}

std::vector<std::string> Corps::autres_que(const std::vector<std::string_view>& noms) const {
    std::vector<std::string> inconnus;
    for (const auto* membres : {&textes_, &autres_})
        for (const auto& [nom, valeur] : *membres)
            if (std::ranges::find(noms, nom) == noms.end()) inconnus.push_back(nom);
    std::ranges::sort(inconnus);
    return inconnus;
}

}  // namespace grappe::api
