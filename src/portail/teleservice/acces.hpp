// Accès: a dossier for an actor and an act, or the refusal that says no more than it must.
#pragma once

#include "access/peut.hpp"
#include "core/result.hpp"
#include "portail/teleservice/dossier_du_porteur.hpp"
#include "storage/reader.hpp"

namespace grappe::teleservice {

// Who asks, and when the server believes it is.
struct Demandeur {
    const access::Acteur& acteur;
    core::Instant maintenant;
};

// In a dossier of others, for its part alone.
bool est_seulement_membre(const Demandeur& qui, const Dossier& dossier);

// Codes "dossier.inconnu" (Reason::not_found: there is none, or none that the actor may read) and
// "dossier.interdit" (Reason::forbidden: read, but not this act), "dossier.part_seulement"
// (Reason::forbidden: a member asks for the whole).
core::Result<Dossier> demander(storage::Reader& db, const Demandeur& qui, std::string_view id,
                               access::Permission permission);

// The same for an act of the life of a dossier: code "dossier.etat" (Reason::conflict, the detail
// is the state) when its state does not allow it, "dossier.fenetre_fermee" when it is deposited
// and its window is over.
core::Result<Dossier> demander_pour(storage::Reader& db, const Demandeur& qui, std::string_view id,
                                    Acte acte);

// The same without the rights: whether the state and the window of a dossier allow the act.
core::Result<void> permettre(storage::Reader& db, const Demandeur& qui, const Dossier& dossier,
                             Acte acte);

// Code "dossier.etat"; the detail is the name of the state, which `dire` (refus_dit.hpp) puts in
// words.
core::Refusal etat_refuse(const Dossier& dossier);

// For an administrator, who reads no dossier and may touch any. Codes "acces.interdit",
// "dossier.inconnu".
core::Result<Dossier> demander_en_administrateur(storage::Reader& db, const Demandeur& qui,
                                                 std::string_view id);

// "dossier:3f…", as the journal names it.
std::string objet_du_journal(const Dossier& dossier);

}  // namespace grappe::teleservice
