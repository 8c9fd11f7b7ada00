// Consultation: whoever reads records leaves a line in the journal.
#pragma once

#include <set>
#include <string>

#include "core/instant.hpp"
#include "storage/base.hpp"

namespace grappe::acces {

struct Lecteur {
    std::string compte;
    core::Instant le;
};
void consigner_un_dossier(storage::Base& base, const Lecteur& lecteur, const std::string& personne);

// A line each, in one transaction.
void consigner_des_dossiers(storage::Base& base, const Lecteur& lecteur,
                            const std::set<std::string>& personnes);

struct Liste {
    std::string finess_et;
    std::size_t dossiers;
};
// Persons shown by a search over several establishments; what was typed is not kept.
void consigner_une_recherche(storage::Base& base, const Lecteur& lecteur, std::size_t personnes);
void consigner_une_liste(storage::Base& base, const Lecteur& lecteur, const Liste& liste);

}  // namespace grappe::acces
