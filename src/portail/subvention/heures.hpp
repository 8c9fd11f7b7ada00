// FIN-09: the medico-social share of the hours of a home-care service (SAAD).
// AAP Nouvelle-Aquitaine 2024, §4.4.1 and annexe 1: financed hours over all hours, year N-1.
#pragma once

#include <cstdint>

#include "portail/dossier/resolution.hpp"
#include "portail/programme/appel.hpp"

namespace grappe::subvention {

// A share between 0 and 1, never reduced: numbers as declared.
struct Part {
    std::int64_t numerateur = 1;
    std::int64_t denominateur = 1;

    bool entiere() const { return numerateur == denominateur; }
};

struct HeuresLues {
    // ignorees: given by an establishment that is not a SAAD.
    enum class Etat { sans_objet, ignorees, connues, manquantes, incoherentes };

    Etat etat = Etat::sans_objet;
    Part part;

    bool d_un_saad() const { return etat != Etat::sans_objet && etat != Etat::ignorees; }
};

HeuresLues lire_heures(const dossier::EssmsResolu& essms, const programme::Appel& appel);

}  // namespace grappe::subvention
