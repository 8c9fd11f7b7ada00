// Objet: a JSON object written member by member; what is empty is left out, as FHIR asks.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace grappe::fhir {

class Objet {
public:
    Objet() = default;
    explicit Objet(std::string_view type) { texte("resourceType", type); }

    Objet& texte(std::string_view nom, std::string_view valeur);
    Objet& json(std::string_view nom, std::string_view valeur);  // is JSON already
    std::string fin() const { return texte_.empty() ? std::string{} : "{" + texte_ + "}"; }

private:
    void membre(std::string_view nom);

    std::string texte_;
};

// Of values that are JSON, the empty ones left out; of texts. Empty: nothing is left.
std::string liste(std::span<const std::string> valeurs);
std::string liste_de_textes(std::span<const std::string> textes);

}  // namespace grappe::fhir
