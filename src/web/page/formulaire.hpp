// Formulaire: the fields of a posted form, in their order, and the files that came with them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace grappe::page {

struct Champ {
    std::string nom;
    std::string valeur;
};

struct Fichier {
    std::string champ;
    std::string nom;  // as the browser says it: shown, never used as a path
    std::string octets;
};

struct Formulaire {
    std::vector<Champ> champs;
    std::vector<Fichier> fichiers;  // empty file inputs are left out

    std::string_view valeur(std::string_view nom) const;  // the first; empty when absent
    bool contient(std::string_view nom) const;
    std::vector<std::string_view> valeurs(std::string_view nom) const;
};

inline constexpr std::size_t champs_au_plus = 200'000;

// `application/x-www-form-urlencoded` or `multipart/form-data`. Codes "formulaire.type",
// "formulaire.mal_forme", "formulaire.trop_de_champs".
core::Result<Formulaire> lire_formulaire(std::string_view type, std::string_view corps);

// The fields again, as `application/x-www-form-urlencoded` writes them; files are left out.
std::string en_texte(const Formulaire& formulaire);

}  // namespace grappe::page
