// Objet JSON: what the writers of the API's answers share.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/instant.hpp"
#include "core/named.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {

// The text of one object; `ecrire` writes its keys.
template <class Ecrire>
std::string objet(Ecrire ecrire) {
    std::string texte;
    rendu::EcrivainJson json{texte};
    json.ouvrir_objet();
    ecrire(json);
    json.fermer_objet();
    return texte;
}

// A key and a list of objects; `ecrire` writes the keys of one.
template <class Liste, class Ecrire>
void liste(rendu::EcrivainJson& json, std::string_view nom, const Liste& elements, Ecrire ecrire) {
    json.cle(nom);
    json.ouvrir_liste();
    for (const auto& element : elements) {
        json.ouvrir_objet();
        ecrire(element);
        json.fermer_objet();
    }
    json.fermer_liste();
}

// A key and a value, or null: a text, an amount, an instant, a number, or what has a name.
template <class Valeur>
void ou_nul(rendu::EcrivainJson& json, std::string_view nom, const std::optional<Valeur>& valeur) {
    json.cle(nom);
    if (!valeur)
        json.nul();
    else if constexpr (std::is_same_v<Valeur, core::Money>)
        json.montant(*valeur);
    else if constexpr (std::is_same_v<Valeur, core::Instant>)
        json.texte(valeur->utc_text());
    else if constexpr (std::is_same_v<Valeur, core::Date>)
        json.texte(valeur->text());
    else if constexpr (std::is_enum_v<Valeur>)
        json.texte(core::name_of(*valeur));
    else if constexpr (std::is_integral_v<Valeur>)
        json.entier(*valeur);
    else
        json.texte(*valeur);
}

}  // namespace grappe::api
