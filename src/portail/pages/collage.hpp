// What a posted form brings: typed facts, pasted lines, a dropped file, and the visitor's act.
#pragma once

#include <string>

#include "portail/pages/saisie_vue.hpp"
#include "web/page/formulaire.hpp"

namespace grappe::pages {

struct Recu {
    Saisie saisie;
    Collage collage;
    std::string acte;      // "retirer", "resultat"…
    std::string argument;  // "3" of "retirer:3"
};

// Reads the form; pasted lines with a number become lines of the facts, the others stay.
Recu recevoir(const Services& services, const page::Formulaire& formulaire);

// The bodies of the lines, so that their size can be asked: known by the register or typed.
void completer_organismes(const Services& services, Saisie& saisie);

}  // namespace grappe::pages
