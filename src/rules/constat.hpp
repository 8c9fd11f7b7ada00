// Constat: the decision of one rule on one object, with the facts it used and its source.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/fait.hpp"
#include "rules/issue.hpp"
#include "rules/regle.hpp"
#include "rules/source.hpp"

namespace grappe::rules {

struct Objet {
    enum class Genre { dossier, essms, piece };

    Genre genre = Genre::dossier;
    int rang = -1;           // essms: index of the line in the dossier, else -1
    std::string_view nom{};  // essms: its FINESS; piece: "DOC-05"; text that outlives the analysis

    static Objet du_dossier() { return {}; }
    static Objet de_l_essms(int ligne, std::string_view finess) {
        return {Genre::essms, ligne, finess};
    }
    static Objet de_la_piece(std::string_view type) { return {Genre::piece, -1, type}; }
};

// `phrase` is a code of locale/fr.txt whose placeholders {nom} are the names of `faits`.
// `source` belongs to the call or to the register in use, which outlive every analysis.
struct Constat {
    RegleId regle;
    Issue issue;
    Objet objet;
    std::string_view phrase;
    Faits faits;
    const Source* source;
};

}  // namespace grappe::rules
