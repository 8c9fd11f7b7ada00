// The form of the simulator: what was typed, what the register knows of it, what is wrong.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "portail/pages/etude.hpp"
#include "portail/pages/liste_collee.hpp"
#include "web/page/vue.hpp"

namespace grappe::pages {

// What came with the facts: the pasted text that could not be read, remarks, opened lines.
struct Collage {
    std::string reste;                  // lines without a number, still in the text area
    std::vector<LigneCollee> fautives;  // the same, with their faults
    std::vector<std::string> notes;     // "2 zéros remis en tête"
    std::string faute_du_fichier;
    std::set<int> detaillees;  // lines whose further facts are shown
};

enum class Fautes { montrees, tues };  // the summary on top: after an act of the visitor
// Where the form stands: a dossier has its call, its instant and its pieces from elsewhere.
enum class Lieu { simulateur, dossier };

struct Montre {
    Fautes fautes;
    Lieu lieu;
};

// The values of the part "saisie_corps", of "apercu" and, in the simulator, of the boxes of pieces.
page::Vue vue_du_formulaire(const Services& services, const Etude& etude, const Collage& collage,
                            Montre montre);

}  // namespace grappe::pages
