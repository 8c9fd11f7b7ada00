// Declaration: figures of a DUI that cannot sign, as CSV. They are declared and nothing proves
// them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/finess.hpp"
#include "rapport/reproche.hpp"
#include "usage/indicateur.hpp"

namespace grappe::rapport {

inline constexpr std::string_view entete_de_declaration =
    "finess_et;au;lecture;indicateur;numerateur;denominateur";

struct LigneDeclaree {
    core::Finess finess_et;
    usage::Indicateur indicateur;
    usage::Mesure mesure;  // of eprescription and eparcours: in the window, since the start
};

struct Declaration {
    core::Date au;
    usage::Denominateur lecture;
    std::vector<LigneDeclaree> lignes;
};

// Whether the text means to be one: its first line is the header.
bool est_une_declaration(std::string_view texte);

// One day and one reading for the whole file; each establishment and indicator once. Every fault at
// once, with its line; then the declaration is not there.
struct LectureDeDeclaration {
    Reproches reproches;
    std::optional<Declaration> declaration;
};
LectureDeDeclaration lire_declaration(std::string_view texte);

}  // namespace grappe::rapport
