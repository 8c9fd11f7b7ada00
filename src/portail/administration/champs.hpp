// Champs: the fields of a dossier's text by their path, and the same text with one of them changed.
// Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace grappe::administration {

struct Champ {
    std::string chemin;  // "essms[3].regime"
    std::string valeur;  // as people read it: a text without its quotes; "null"
};

// What can be corrected, in the order of the text: what the server alone decides is left out.
std::vector<Champ> champs_de(std::string_view contenu);

enum class Nul { devine, texte };  // how a null takes a value
struct Correctif {
    std::string_view chemin, valeur;
    Nul nul = Nul::devine;
};
// The value takes the kind of the one in place. A null has none: what was typed tells it, unless a
// text is wanted (digits may be an amount, which is one). Codes "administration.champ"
// (Reason::rule_not_met: the text has no such field), "administration.valeur" (not of its kind),
// "administration.inchange".
core::Result<std::string> corriger_le_texte(std::string_view contenu, const Correctif& correctif);

}  // namespace grappe::administration
