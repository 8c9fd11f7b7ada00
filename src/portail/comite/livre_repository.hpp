// What a page of a ledger names beside its moves.
#pragma once

#include "portail/enveloppe/grand_livre.hpp"

namespace grappe::comite {

struct DossierCite {
    std::string id, numero, porteur;
};
// Of the moves of that page.
std::vector<DossierCite> dossiers_cites(storage::Reader& db, const enveloppe::Enveloppe& enveloppe,
                                        const enveloppe::Tranche& tranche);

}  // namespace grappe::comite
