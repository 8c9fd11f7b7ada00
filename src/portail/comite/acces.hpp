// Accès: a committee for an actor and an act, or the refusal that says no more than it must.
#pragma once

#include "portail/comite/comite.hpp"
#include "portail/teleservice/acces.hpp"
#include "storage/base.hpp"

namespace grappe::comite {

using teleservice::Demandeur;

// Codes "comite.inconnu" (Reason::not_found: there is none, or none of the actor's desk),
// "comite.interdit" (Reason::forbidden: read, but not this act).
core::Result<Comite> demander_le_comite(storage::Reader& db, const Demandeur& qui,
                                        std::string_view id, access::Permission permission);

// What an act on a committee names: the version that its author saw, when it says one.
struct Vise {
    std::string_view comite;
    std::optional<int> vu{};
};
// The same for what is written: codes "comite.notifie" (Reason::conflict: its results are public),
// "comite.version_perimee" (the detail is the version in place).
core::Result<Comite> demander_ouvert(storage::Reader& db, const Demandeur& qui, const Vise& vise,
                                     access::Permission permission);
// And the version is moved on.
core::Result<Comite> ouvrir(storage::Writer& db, const Demandeur& qui, const Vise& vise,
                            access::Permission permission);

std::string objet_du_journal(const Comite& comite);

struct Ligne {
    std::string_view acte;
    std::string detail{};
};
void noter(storage::Writer& db, const Demandeur& qui, const Comite& comite, const Ligne& ligne);

// The line of a refused act on a committee that is not the actor's; in a transaction of its own.
struct ActeRefuse {
    std::string_view acte, comite;
    const core::Refusal& refus;
};
void noter_le_refus(storage::Base& base, const Demandeur& qui, const ActeRefuse& refuse);

}  // namespace grappe::comite
