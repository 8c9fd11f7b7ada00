// Accès: an agreement for an actor and an act, or the refusal that says no more than it must.
#pragma once

#include <optional>
#include <string_view>

#include "portail/convention/convention.hpp"
#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/moyens.hpp"
#include "storage/reader.hpp"

namespace grappe::convention {

using teleservice::Demandeur, teleservice::Dossier, teleservice::Moyens, teleservice::Statut;

struct Sujet {
    Convention convention;
    Dossier dossier;
};

// Codes "convention.inconnue" (Reason::not_found: none, or none that the actor may read),
// "convention.interdite" (Reason::forbidden: read, but not this act), "dossier.part_seulement"
// (Reason::forbidden: a member would read the amounts of others).
core::Result<Sujet> acceder(storage::Reader& db, const Demandeur& qui, std::string_view id,
                            access::Permission permission);

// The agreement of something that was looked for by its id (a payment, an amendment). Code
// `inconnu` (Reason::not_found) of that thing, where there is none or where its agreement is
// "inconnue".
struct AccesVoulu {
    access::Permission permission;
    const char* inconnu;
};
template <class Chose>
core::Result<Sujet> acceder_par(storage::Reader& db, const Demandeur& qui,
                                const std::optional<Chose>& chose, const AccesVoulu& voulu) {
    const auto inconnu = core::refuse(core::Reason::not_found, voulu.inconnu);
    if (!chose) return inconnu;
    auto sujet = acceder(db, qui, chose->convention, voulu.permission);
    if (!sujet && sujet.error().reason == core::Reason::not_found) return inconnu;
    return sujet;
}

// The same from the dossier. Code "dossier.inconnu".
core::Result<Sujet> acceder_par_le_dossier(storage::Reader& db, const Demandeur& qui,
                                           std::string_view dossier, access::Permission permission);

// What links a reader to agreements, as the table of rights says it: its own, those of a desk or
// of a region; both empty: every one.
struct Part {
    std::string_view compte{}, guichet{};
};
// Empty: none. `acteur` outlives it.
std::optional<Part> part_de(const access::Acteur& acteur, access::Permission permission);

// Whether both have signed and the balance is not asked for. Codes "dossier.etat",
// "convention.solde_demande" (Reason::conflict: what it was computed from must not change).
core::Result<void> laisser_ecrire(storage::Reader& db, const Sujet& sujet);

// The line of an act; that of a refused one is `teleservice::noter_le_refus`.
struct Ligne {
    std::string_view acte;
    std::string detail{};
};
void noter(storage::Writer& db, const Demandeur& qui, const Sujet& sujet, const Ligne& ligne);

}  // namespace grappe::convention
