// Prochains: the binding term that comes first in each agreement that is alive, for a list: read in
// as many questions however many agreements there are.
#pragma once

#include <map>
#include <string>

#include "portail/convention/liste.hpp"
#include "portail/jalons/jalons_repository.hpp"
#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/moyens.hpp"

namespace grappe::jalons {

// By agreement; those where no binding term is open have none.
using Prochains = std::map<std::string, Jalon, std::less<>>;

// Of whoever reads milestones: its own agreements, those of its desk, or all; none for the others.
// Of one window of `convention::lister`, so that a page reads the contents of its own dossiers.
Prochains prochains_imperatifs(storage::Reader& db, const teleservice::Demandeur& qui,
                               const teleservice::Moyens& moyens,
                               const convention::Fenetre& fenetre);

}  // namespace grappe::jalons
