// Fiche: which fields each class of a project has (TDDUI, partie projet personnalisé), and all that
// a form got wrong at once. Pure.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dui/element/element.hpp"
#include "dui/lecture/contenu.hpp"
#include "dui/nomenclature/serafin.hpp"

namespace grappe::projet {

using element::Genre;
using lecture::Textes;

inline constexpr std::size_t ligne_au_plus = 200;  // characters
inline constexpr std::size_t texte_au_plus = 4'000;

// How a field is filled: one line, a text, a day, one of some words, codes of SERAFIN-PH, one or
// several elements of the same project.
enum class Forme { ligne, texte, jour, choix, besoin, prestations, lien, liens };
enum class Presence { facultatif, requis };

struct Champ {
    std::string_view nom;
    Forme forme = Forme::ligne;
    Presence presence = Presence::facultatif;
    std::string_view mots{};     // of a choice, a space between two
    Genre vers = Genre::projet;  // of a link
    std::string_view tddui{};    // attributes of the national class; empty: ours
};

struct Fiche {
    Genre genre;
    std::string_view tddui;  // the national class; empty: ours
    std::span<const Champ> champs;

    const Champ* champ(std::string_view nom) const;
};

// Nothing: that genre is none of a project's forms.
const Fiche* fiche_de(Genre genre);
std::span<const Fiche> fiches();

std::vector<std::string_view> mots_de(std::string_view mots);  // parted by spaces or commas

struct Faute {
    std::string chemin, code;

    bool operator==(const Faute&) const = default;
};

// Without the spaces around, nor fields that the class does not have.
Textes nets(const Fiche& fiche, const Textes& tapes);

// Whether an element of that id and genre is one of the project.
using EstDuProjet = std::function<bool(std::string_view id, Genre genre)>;

// Codes "projet.manque.<genre>.<champ>", "projet.long", "projet.jour", "projet.choix",
// "projet.serafin", "projet.lien", "projet.fin_avant_debut".
std::vector<Faute> fautes_de(const Fiche& fiche, const Textes& champs,
                             const nomenclature::Serafin& serafin,
                             const EstDuProjet& est_du_projet);

}  // namespace grappe::projet
