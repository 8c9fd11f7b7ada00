// Element: one thing that a record holds, as one version says it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/finess.hpp"
#include "core/instant.hpp"
#include "dui/partage/partage.hpp"

namespace grappe::element {

enum class Genre { unite, place, transmission, evaluation, document };

constexpr auto names(Genre) {
    using enum Genre;
    return std::to_array<core::Named<Genre>>({{unite, "unite"},
                                              {place, "place"},
                                              {transmission, "transmission"},
                                              {evaluation, "evaluation"},
                                              {document, "document"}});
}

// Withdrawn: no longer true or said by mistake; it stays, told as such.
enum class Etat { actif, retire };

constexpr auto names(Etat) {
    return std::to_array<core::Named<Etat>>({{Etat::actif, "actif"}, {Etat::retire, "retire"}});
}

// What is the same whatever the version: `id`, `genre`, `finess_et`, `personne`.
struct Element {
    std::string id;
    Genre genre;
    partage::Classe classe;
    core::Finess finess_et;  // where it was recorded
    std::string personne;    // id; empty: it is the establishment's
    std::string lie_a;       // id of the element it belongs to; empty: none
    core::Instant debut;     // of what it is about
    std::optional<core::Instant> fin;
    Etat etat = Etat::actif;
    std::string contenu;  // a JSON object, in the form of its genre

    bool operator==(const Element&) const = default;
};

struct Version {
    std::int64_t numero;   // in the order of recording, over all elements
    std::int64_t version;  // from 1
    std::int64_t enregistrement;
    Element element;
};

}  // namespace grappe::element
