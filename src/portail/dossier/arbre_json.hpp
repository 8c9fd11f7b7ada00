// Arbre: a JSON text as a flat tree that borrows it, or the one fault of its syntax.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/dossier/faute.hpp"

namespace grappe::dossier {

// Bounds of what is read: together they hold a reading under about 100 MiB whatever the text.
inline constexpr std::size_t octets_max = std::size_t{16} * 1024 * 1024;
inline constexpr std::size_t valeurs_max = 400'000;
inline constexpr std::size_t profondeur_max = 64;

struct Noeud {
    enum class Genre : std::uint8_t { nul, booleen, entier, nombre, texte, liste, objet };
    static constexpr std::uint32_t aucun = std::numeric_limits<std::uint32_t>::max();

    Genre genre = Genre::nul;
    std::string_view cle;    // the key in the object that holds it
    std::string_view texte;  // a text decoded; a number or a boolean as written
    std::uint32_t premier = aucun;
    std::uint32_t suivant = aucun;
};

struct Arbre {
    std::vector<Noeud> noeuds;         // the first one is the root
    std::deque<std::string> decodees;  // texts that had escapes
};

struct LectureJson {
    std::optional<Arbre> arbre;
    Faute faute;  // when there is no tree
};

// `texte` must outlive the tree. A leading UTF-8 byte order mark is skipped.
LectureJson lire_arbre(std::string_view texte);

// The same of a text that may be longer, or has to be shorter.
LectureJson lire_arbre(std::string_view texte, std::size_t octets_au_plus);

}  // namespace grappe::dossier
