// Use cases of a porteur and of its accountant: signed usage reports, expense statements, stamps.
#pragma once

#include "portail/convention/acces.hpp"
#include "portail/usages/transmission.hpp"

namespace grappe::convention {

// A signed report of establishments of this agreement alone, of a period that is over: the last
// measured day counts, and one to come would count whatever is measured until then. Codes of
// `acceder`, `laisser_ecrire` and of `usages::recevoir`, "usages.mesure_a_venir".
struct RapportArrive {
    std::string_view convention;
    const usages::Lu& lu;
    std::string_view octets;
};
core::Result<usages::RapportRecu> recevoir(storage::Writer& db, const Demandeur& qui,
                                           const RapportArrive& arrive,
                                           const usages::Moyens& moyens);

// Replaces the statement before, whose stamp does not follow. Codes of `acceder` and
// `laisser_ecrire`, "depenses.vides".
struct NouvelEtat {
    std::string_view convention;
    std::map<solde::Categorie, Money> montants;
};
core::Result<EtatDeDepenses> declarer(storage::Writer& db, const Demandeur& qui,
                                      const NouvelEtat& nouvel);

// Codes "depenses.inconnues" (Reason::not_found), "convention.interdite" (Reason::forbidden).
core::Result<EtatDeDepenses> lire_etat(storage::Reader& db, const Demandeur& qui,
                                       std::string_view etat, access::Permission permission);

// Codes of `lire_etat` and `laisser_ecrire`, "depenses.remplacees" (a later statement counts),
// "depenses.deja_visees".
core::Result<EtatDeDepenses> viser(storage::Writer& db, const Demandeur& qui,
                                   std::string_view etat);

}  // namespace grappe::convention
