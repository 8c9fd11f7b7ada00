// Use cases of a desk and of an accountant: which payments wait, the order that takes them, its
// files, what the bank did of it.
#pragma once

#include "identity/moyens.hpp"
#include "portail/ordre/ordre_repository.hpp"
#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/moyens.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::ordre {

using teleservice::Demandeur, teleservice::Moyens;

// What the actor may do of the orders of a desk.
bool peut_emettre(const Demandeur& qui, std::string_view guichet);

// Those of the desk that the actor orders for, or else of the region that it reads.
std::vector<Candidat> qui_attendent(storage::Reader& db, const Demandeur& qui);
std::vector<Resume> lister_pour(storage::Reader& db, const Demandeur& qui);

// Code "ordre.inconnu" (Reason::not_found: none, or none that the actor may read).
core::Result<Ordre> lire(storage::Reader& db, const Demandeur& qui, std::string_view id);

// The accounts are unsealed here alone, and the journal says which. Once the password of who
// orders was confirmed. Codes of `choisir`, "ordre.interdit" (Reason::forbidden).
core::Result<Ordre> emettre(storage::Writer& db, const Demandeur& qui,
                            const std::vector<std::string>& versements,
                            const secret::Coffre& coffre);

// The right, then the password: before `emettre`. Codes "ordre.interdit", "mot_de_passe.faux",
// "session.trop_d_essais".
core::Result<void> confirmer(const identity::Moyens& moyens, const Demandeur& qui,
                             const secret::Secret& mot_de_passe);

// The bytes as they were made; each time leaves its line, and says whether it is a copy. Codes
// "ordre.inconnu", "ordre.interdit", "ordre.format".
struct Voulu {
    std::string_view ordre, format;
};
struct Pris {
    std::string nom, octets;  // "OP-75-0001.xml"
    Format format;
};
core::Result<Pris> prendre(storage::Writer& db, const Demandeur& qui, const Voulu& voulu,
                           const secret::Coffre& coffre);

// What the bank did of a line, or of all that wait. What it rejects is committed again and may be
// asked for again: the porteur and the desk are told by mail. Codes of `lire` and `concernees`,
// "ordre.interdit", "ordre.sort", "ordre.motif" (a rejection has its reason),
// "ordre.version_perimee" (the detail is the version in place), those of
// instruction::lire_texte_libre.
struct Reponse {
    std::string_view ordre, versement, sort, motif{};
    std::optional<int> vue{};  // the version that was read; empty: does not matter
};
core::Result<Ordre> noter_la_reponse(storage::Writer& db, const Demandeur& qui,
                                     const Reponse& reponse, const Moyens& moyens);

}  // namespace grappe::ordre
