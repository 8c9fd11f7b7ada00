// Document: what a record keeps of a file: its type, title, days, and the words it is found by.
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/named.hpp"

namespace grappe::document {

inline constexpr std::size_t titre_au_plus = 160;    // characters
inline constexpr std::size_t mots_au_plus = 12'000;  // bytes of distinct words kept for searching

// Whether the words of the file itself are known, or only those of its title and type.
enum class Recherche { titre, texte };

constexpr auto names(Recherche) {
    return std::to_array<core::Named<Recherche>>(
        {{Recherche::titre, "titre"}, {Recherche::texte, "texte"}});
}

// The bytes, kept beside the database under their digest.
struct Fichier {
    std::string nom;     // as it is shown and given back
    std::string format;  // of the eight of portail/pieces
    std::string sha256;
    std::int64_t taille = 0;  // bytes

    bool operator==(const Fichier&) const = default;
};

// What a form says of it.
struct Fiche {
    std::string type;  // national code
    std::string titre;
    core::Date date;                               // of the document
    std::optional<core::Date> valable_jusqu_au{};  // included
    std::string lie_a{};                           // an element of the same person; empty: none

    bool operator==(const Fiche&) const = default;
};

struct Document {
    Fiche fiche;
    Fichier fichier;
    Recherche recherche = Recherche::titre;
    std::string mots{};   // of the file's text, folded, each once, between spaces
    std::string motif{};  // why it was withdrawn

    bool operator==(const Document&) const = default;
};

struct Faute {
    std::string chemin, code;

    bool operator==(const Faute&) const = default;
};
// Codes "document.titre", "document.titre_long", "document.futur", "document.validite" (it ends
// before the document).
std::vector<Faute> fautes_de(const Fiche& fiche, core::Date aujourd_hui);

std::string contenu_de(const Document& document);
Document lu(std::string_view contenu);

// The words of a text, folded, each once, in their order, between spaces; cut at `mots_au_plus`.
std::string mots_de(std::string_view texte);

// Whether each word typed begins a word of the title, of the type's label or of the text: accents,
// capitals and order do not count. Nothing typed: yes.
bool repond(const Document& document, std::string_view libelle, std::string_view tape);

}  // namespace grappe::document
