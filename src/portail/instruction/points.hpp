// Points: what the rules leave between a dossier and its receivability, and how the desk has
// answered each. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portail/instruction/instruction.hpp"
#include "portail/socle/verification.hpp"
#include "portail/teleservice/piece.hpp"

namespace grappe::instruction {

enum class Genre { bloquant, manque, a_apprecier, non_defini, piece };

constexpr auto names(Genre) {
    using enum Genre;
    return std::to_array<core::Named<Genre>>({{bloquant, "bloquant"},
                                              {manque, "manque"},
                                              {a_apprecier, "a_apprecier"},
                                              {non_defini, "non_defini"},
                                              {piece, "piece"}});
}

struct Point {
    Genre genre;
    std::string regle;   // "ELIG-01"; of a piece: its type
    std::string objet;   // a FINESS, a type of piece, the id of a piece; empty: the dossier
    std::string phrase;  // in French: what the rule found
    std::string source;
    std::optional<Conformite> reponse;  // of the desk; empty: none yet
    bool retient;                       // the dossier cannot be receivable yet
};

struct Dit {
    const std::vector<Appreciation>& appreciations;
    const std::vector<Verdict>& verdicts;
};

// In the order of the findings, then the pieces that the desk found wrong.
std::vector<Point> points(const socle::Verifie& verifie, const rules::Phrases& phrases,
                          const std::vector<teleservice::Piece>& pieces, const Dit& dit);

}  // namespace grappe::instruction
