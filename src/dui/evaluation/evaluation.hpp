// Evaluation: one scale filled for one person, at one date, by people who sign for it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/named.hpp"
#include "core/result.hpp"

namespace grappe::evaluation {

// Of the national model (TDDUI).
enum class Statut { en_preparation, approuve, valide, termine };
constexpr auto names(Statut) {
    return std::to_array<core::Named<Statut>>({{Statut::en_preparation, "ENPREPARATION"},
                                               {Statut::approuve, "APPROUVE"},
                                               {Statut::valide, "VALIDE"},
                                               {Statut::termine, "TERMINE"}});
}

// What somebody said of one variable, or of a part of it. Keys are those of the scale.
struct Cotation {
    std::optional<std::string> modalite;
    std::map<std::string, bool> criteres;
    std::string commentaire;

    bool operator==(const Cotation&) const = default;
};

struct Reponse {
    Cotation cotation;
    std::map<std::string, Cotation> sous_variables;

    bool operator==(const Reponse&) const = default;
};

struct Evaluation {
    std::string grille;  // key of the scale
    core::Date date;
    std::string mode;              // how it was done, in plain words: the model gives no list
    bool auto_evaluation = false;  // by the person
    std::string evaluateur, responsable, auteur;
    Statut statut = Statut::en_preparation;
    std::map<std::string, Reponse> reponses;  // by key of variable
    std::optional<std::int64_t> resultat;     // given, where the scale computes none
    std::vector<std::string> pieces;          // ids of attached documents
    std::string commentaire;

    bool operator==(const Evaluation&) const = default;
};

// The one table of what a status may become; nothing leaves TERMINE.
struct Passage {
    Statut de, vers;
    bool complete;  // only if nothing that the result waits for is missing
};
inline constexpr Passage passages[] = {
    {Statut::en_preparation, Statut::approuve, true},
    {Statut::approuve, Statut::en_preparation, false},
    {Statut::approuve, Statut::valide, true},
    {Statut::valide, Statut::en_preparation, false},
    {Statut::valide, Statut::termine, true},
};

// Codes "evaluation.passage" (detail: what it may become), "evaluation.incomplete".
core::Result<Statut> passer(Statut de, Statut vers, bool est_complete);

}  // namespace grappe::evaluation
