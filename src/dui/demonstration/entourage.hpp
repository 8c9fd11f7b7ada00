// What surrounds the persons of a fictitious establishment, written as its accounts would have.
#pragma once

#include "dui/acces/rattachement.hpp"
#include "dui/magasin/moment.hpp"

namespace grappe::demonstration {

struct Entoures {
    core::Finess finess_et;
    std::size_t secteur;  // rank: PA, PH, DOM, PDE
    const std::vector<std::string>& personnes;
    core::Date au;
    magasin::Moment maintenant;
};

// Through dui/fiche; a kind that no account of the establishment writes is left out.
core::Result<void> entourer(storage::Writer& db,
                            const std::vector<acces::Professionnel>& professionnels,
                            const Entoures& entoures);

}  // namespace grappe::demonstration
