// Réveil: money returned to an envelope that dossiers wait for: its desk is told once of each move,
// and reads its waiting lists. A committee alone decides.
#pragma once

#include "portail/comite/acces.hpp"
#include "portail/comite/attente_repository.hpp"
#include "portail/teleservice/moyens.hpp"

namespace grappe::comite {

// A task of the server: each return since the last time becomes a row and its mails, in one
// transaction an envelope; answers how many mails were queued. Who declared an interest in a
// committee of the list gets none.
int envoyer_les_reveils(storage::Base& base, const teleservice::Moyens& moyens,
                        core::Instant maintenant);

struct ListeDAttente {
    enveloppe::Enveloppe enveloppe;
    core::Money libre;
    std::vector<Attendu> dossiers;   // in their order; empty when it is hidden
    Tenue tenue;                     // of what is free now
    std::vector<ReveilDit> reveils;  // idem
    // The reader declared an interest in a committee of the list: ranks tell its opinions.
    bool ecartee = false;

    // What the desk is to convene a committee for.
    core::Money cout() const;
};
// Of the actor's desk, by call. Code "acces.interdit".
core::Result<std::vector<ListeDAttente>> listes_d_attente(storage::Reader& db,
                                                          const Demandeur& qui);

// "tient" (in its order), "en_sautant" (a better rank is passed over), "attend" (not enough money).
std::string_view sort_de(const Tenue& tenue, std::string_view dossier);

}  // namespace grappe::comite
