// Canonical JSON of the reports: one value has one text, so a text that is read is the text
// written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/result.hpp"

namespace grappe::rapport {

// RFC 8785 without true, false, null and fractions: objects with their keys in order, lists, texts
// in UTF-8, whole numbers from 0 to 2^53 - 1, no space. Keys are lower-case names.
struct Valeur;
struct Membre;
using Liste = std::vector<Valeur>;
using Objet = std::vector<Membre>;

struct Valeur {
    std::variant<std::int64_t, std::string, Liste, Objet> contenu;

    bool operator==(const Valeur&) const;
};

struct Membre {
    std::string nom;
    Valeur valeur;

    bool operator==(const Membre&) const = default;
};

inline constexpr std::int64_t plus_grand_nombre = (std::int64_t{1} << 53) - 1;
inline constexpr int profondeur_permise = 12;

// Code "rapport.forme", its detail the place of the first byte that is not canonical.
core::Result<Valeur> lire_canonique(std::string_view octets);

std::string ecrire_canonique(const Valeur& valeur);

void ajouter_nombre(std::string& sortie, std::int64_t nombre);

// Any JSON at all, canonical or not: what is not even that cannot be read.
bool est_du_json(std::string_view octets);

}  // namespace grappe::rapport
