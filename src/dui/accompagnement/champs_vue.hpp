// The fields of a form of a project as a page shows them, filled with what was typed.
#pragma once

#include "dui/accompagnement/outils.hpp"

namespace grappe::accompagnement {

struct Remplie {
    const projet::Fiche& fiche;
    const projet::Projet* projet;  // whose elements links name; null: none
    const projet::Textes& valeurs;
    const projet::Textes& stockees;  // on a conflict, what somebody else wrote; else empty
    std::string_view cherche;        // words typed to find a code of SERAFIN-PH
};
page::Vue::Liste vues_des_champs(const Outils& outils, const Remplie& remplie);

}  // namespace grappe::accompagnement
