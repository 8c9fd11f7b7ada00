// Use cases: what an identity is or was, and what changes it.
#pragma once

#include "dui/identite/histoire.hpp"
#include "dui/magasin/moment.hpp"
#include "storage/reader.hpp"

namespace grappe::identite {

// A step, with when it became known and through whom.
struct EtapeConnue {
    Etape etape;
    magasin::Moment connu_le;
    std::string auteur;
};

// All steps known by that moment, or now; the last one is the identity. Code
// "dui.identite.inconnue", its detail the person.
core::Result<std::vector<EtapeConnue>> histoire_de(storage::Reader& db, const std::string& personne,
                                                   std::optional<magasin::Moment> connu_le);

// The word of the state as it is now; "provisoire" where nothing is told.
std::string_view statut_de(storage::Reader& db, const std::string& personne);

// Who does it, and when.
struct Geste {
    std::string personne;
    std::string auteur;
    magasin::Moment maintenant;
    core::Date aujourd_hui;
};

// Codes of `passer`, `poser`, `lever`, and that of `histoire_de`. Each answers the identity after
// it; all is written in the transaction of `db`, under an act of recording of its own.
core::Result<Identite> changer(storage::Writer& db, const Geste& geste, const Demande& demande);
core::Result<Identite> poser(storage::Writer& db, const Geste& geste, Attribut attribut);
core::Result<Identite> lever(storage::Writer& db, const Geste& geste, Attribut attribut);

}  // namespace grappe::identite
