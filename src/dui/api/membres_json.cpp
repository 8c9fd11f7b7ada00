// Names need no escape: they are ours.
#include "dui/api/membres_json.hpp"

#include "core/json_text.hpp"

namespace grappe::dui {

void membre_json(std::string& json, std::string_view nom, std::string_view valeur) {
    json.append(json.empty() ? "{\"" : ",\"").append(nom).append("\":").append(valeur);
}

void membre(std::string& json, std::string_view nom, std::string_view texte) {
    membre_json(json, nom, {});
    core::append_json(json, texte);
}

void membre_ou_rien(std::string& json, std::string_view nom, std::string_view texte) {
    if (texte.empty())
        membre_json(json, nom, "null");
    else
        membre(json, nom, texte);
}

void membre_entier(std::string& json, std::string_view nom, std::int64_t valeur) {
    membre_json(json, nom, std::to_string(valeur));
}

void membre_vrai(std::string& json, std::string_view nom, bool valeur) {
    membre_json(json, nom, valeur ? "true" : "false");
}

}  // namespace grappe::dui
