// Liste: deposited dossiers that an actor may read, filtered, sorted, page by page. A list reads
// the rows of `fiche` and the names of the desk, nothing else.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "portail/instruction/recherche.hpp"
#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::instruction {

inline constexpr int taille_max = 200;

struct Liste {
    std::vector<teleservice::Fiche> fiches;
    int total = 0;
    int page = 1;
    int pages = 1;
};

// What the actor may read of what the filter asks: another desk's dossiers are none.
Liste lister(storage::Reader& db, const access::Acteur& acteur, const Filtre& filtre);

// How many dossiers of the actor's lists are in each state, whatever else is asked.
using Comptes = std::map<teleservice::Statut, int>;
Comptes comptes_par_statut(storage::Reader& db, const access::Acteur& acteur,
                           const std::string& guichet);

struct Personne {
    std::string compte, nom;
};
// Who examines at the actor's desk, in the order of their names.
std::vector<Personne> personnes_du_guichet(storage::Reader& db, const access::Acteur& acteur);

}  // namespace grappe::instruction
