// Consultation: whoever reads records leaves a line in the journal.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/date.hpp"
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

// What one account did with a record on one day: who saw this.
struct Passage {
    std::string compte;
    core::Date jour;
    core::Instant dernier;
    std::size_t lectures = 0, ecritures = 0;
};
struct Passages {
    std::vector<Passage> passages;  // last first
    bool plus_anciens = false;      // there are, before those
};
// From the last lines of the journal about that person, whatever the age of the record.
Passages passages_sur(storage::Reader& db, const std::string& personne);

}  // namespace grappe::acces
