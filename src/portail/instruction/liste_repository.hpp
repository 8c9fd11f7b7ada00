// Rows of the lists of deposited dossiers.
#pragma once

#include "portail/instruction/liste.hpp"

namespace grappe::instruction {

// What is looked for, and what the actor may see of it.
struct Portion {
    Filtre filtre;
    bool recevables_seulement;
};

std::vector<teleservice::Fiche> fiches(storage::Reader& db, const Portion& portion);
int combien(storage::Reader& db, const Portion& portion);
Comptes par_statut(storage::Reader& db, const std::string& guichet);  // empty: every desk
std::vector<Personne> personnes(storage::Reader& db, const access::Acteur& acteur);

}  // namespace grappe::instruction
