// Writing of objects.
#include "dui/fhir/objet.hpp"

#include "core/json_text.hpp"

namespace grappe::fhir {

void Objet::membre(std::string_view nom) {
    if (!texte_.empty()) texte_ += ',';
    texte_.append("\"").append(nom).append("\":");
}

Objet& Objet::texte(std::string_view nom, std::string_view valeur) {
    if (valeur.empty()) return *this;
    membre(nom);
    core::append_json(texte_, valeur);
    return *this;
}

Objet& Objet::json(std::string_view nom, std::string_view valeur) {
    if (valeur.empty()) return *this;
    membre(nom);
    texte_ += valeur;
    return *this;
}

std::string liste(std::span<const std::string> valeurs) {
    std::string json;
    for (const auto& une : valeurs)
        if (!une.empty()) json.append(json.empty() ? "[" : ",").append(une);
    return json.empty() ? json : json + "]";
}

std::string liste_de_textes(std::span<const std::string> textes) {
    std::string json;
    for (const auto& un : textes)
        if (!un.empty()) json.append(json.empty() ? "[" : ",").append(core::json_text(un));
    return json.empty() ? json : json + "]";
}

}  // namespace grappe::fhir
