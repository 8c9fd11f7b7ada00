// Grille: an evaluation scale as data: what is rated, with which words, and what comes of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named.hpp"

namespace grappe::evaluation {

// How its result is found. `aucun`: nothing is computed; the result, if there is one, is given.
enum class Calcul { aggir_gir, somme, aucun };
constexpr auto names(Calcul) {
    return std::to_array<core::Named<Calcul>>(
        {{Calcul::aggir_gir, "aggir_gir"}, {Calcul::somme, "somme"}, {Calcul::aucun, "aucun"}});
}

enum class Sorte { gir, score, rien };
constexpr auto names(Sorte) {
    return std::to_array<core::Named<Sorte>>(
        {{Sorte::gir, "gir"}, {Sorte::score, "score"}, {Sorte::rien, "rien"}});
}

enum class Genre { discriminante, illustrative };
constexpr auto names(Genre) {
    return std::to_array<core::Named<Genre>>(
        {{Genre::discriminante, "discriminante"}, {Genre::illustrative, "illustrative"}});
}

// How the national model names it (TDDUI): never made up, empty where it is not known.
struct Codage {
    std::string code;  // "MED-1307", "d5300"
    std::string jeu;   // value set, "1.2.250.1.213.1.1.5.802"
    std::string lien;  // linkId of its questionnaire

    bool operator==(const Codage&) const = default;
};

struct Modalite {
    std::string cle, libelle;
    std::optional<std::int64_t> valeur;  // what it adds to a sum
    Codage codage;
};

// Of the second level: a question of yes or no about how something is done.
struct Critere {
    std::string cle, libelle;
    Codage codage;
};

struct SousVariable {
    std::string cle, libelle;
    Codage codage;
};

struct Variable {
    std::string cle, libelle, definition;
    Genre genre = Genre::discriminante;
    bool requise = false;      // the result waits for it
    std::string compte_comme;  // of the law's scale, in aggir_gir; empty: it does not count
    Codage codage;
    std::vector<SousVariable> sous_variables;
};

struct Grille {
    std::string cle;     // "aggir-pa-1": never edited once shipped, a new state is a new file
    std::string titre;   // as a user chooses it
    std::string source;  // the text or document it comes from
    Calcul calcul = Calcul::aucun;
    Sorte resultat = Sorte::rien;
    std::optional<std::int64_t> minimum, maximum;  // of a score that is given
    Codage codage;                                 // of the type of evaluation
    std::vector<Modalite> modalites;
    std::vector<Critere> criteres;
    // Modalities that the criteria suggest: all of them yes, some, none. Empty: no rule is known.
    std::vector<std::string> selon_criteres;
    std::vector<Variable> variables;

    const Variable* variable(std::string_view cle) const;
    const Modalite* modalite(std::string_view cle) const;
    const Critere* critere(std::string_view cle) const;
};

const SousVariable* sous_variable(const Variable& variable, std::string_view cle);

}  // namespace grappe::evaluation
