// Use cases: what a screen does to an identity: the acts of dui/identite, with their line of the
// journal.
#pragma once

#include "dui/identite/changement.hpp"
#include "dui/inscription/ecriture.hpp"

namespace grappe::inscription {

// Whom it is about, and where she may be met.
struct Elle {
    std::string personne;
    const std::vector<std::string>& etablissements;
};

// Refusals: "dui.etablissement_interdit" (one verifies identities at none of them), and those of
// dui/identite.
core::Result<identite::Identite> changer(storage::Writer& db, const Geste& geste, const Elle& elle,
                                         const identite::Demande& demande);
core::Result<identite::Identite> poser(storage::Writer& db, const Geste& geste, const Elle& elle,
                                       identite::Attribut attribut);
core::Result<identite::Identite> lever(storage::Writer& db, const Geste& geste, const Elle& elle,
                                       identite::Attribut attribut);

bool peut_verifier(const acces::Professionnel& qui, const std::vector<std::string>& etablissements);

}  // namespace grappe::inscription
