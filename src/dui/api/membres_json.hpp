// Members of a JSON object, one after the other: the first opens it, its last brace is to be
// written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace grappe::dui {

void membre(std::string& json, std::string_view nom, std::string_view texte);
void membre_ou_rien(std::string& json, std::string_view nom,
                    std::string_view texte);  // empty: null
void membre_entier(std::string& json, std::string_view nom, std::int64_t valeur);
void membre_vrai(std::string& json, std::string_view nom, bool valeur);
void membre_json(std::string& json, std::string_view nom, std::string_view valeur);

}  // namespace grappe::dui
