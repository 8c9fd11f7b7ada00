// Écran: a page as guarded routes: GET shows it, POST does its act.
#pragma once

#include "web/garde/garde.hpp"
#include "web/page/formulaire.hpp"

namespace grappe::garde {

struct Ecran {
    std::string_view chemin, resume;
    access::Permission permission;
    Action action;
    Action sans_session{};  // as that of a Ligne
};

Ligne lecture(Ecran ecran);
Ligne envoi(Ecran ecran, std::size_t corps_au_plus);

// The posted fields; a form that cannot be read is an empty one.
page::Formulaire lire_envoi(const Visite& visite);

}  // namespace grappe::garde
