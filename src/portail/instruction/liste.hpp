// Liste: deposited dossiers that an actor may read, filtered, sorted, page by page. A list reads
// a Tableau that is up to date, and the names of the desk, nothing else.
#pragma once

#include <string>
#include <vector>

#include "portail/instruction/tableau.hpp"
#include "portail/teleservice/acces.hpp"

namespace grappe::instruction {

inline constexpr int taille_max = 200;

struct Liste {
    std::vector<teleservice::Fiche> fiches;
    int total = 0;
    int page = 1;
    int pages = 1;
};

// What the actor may read of what the filter asks: another desk's dossiers are none. `db` finds the
// dossiers of an establishment, when one is looked for.
Liste lister(storage::Reader& db, const Tableau& tableau, const access::Acteur& acteur,
             const Filtre& filtre);

// Of the actor's lists, whatever else is asked.
Comptes comptes_par_statut(const Tableau& tableau, const access::Acteur& acteur);

struct Personne {
    std::string compte, nom;
};
// Who examines at the actor's desk, in the order of their names.
std::vector<Personne> personnes_du_guichet(storage::Reader& db, const access::Acteur& acteur);

}  // namespace grappe::instruction
