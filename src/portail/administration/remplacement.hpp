// Use cases: somebody left. Another person speaks for a member; another account is the porteur. The
// former access closes at once, the next one opens when the invitation is accepted.
#pragma once

#include "portail/administration/intervention.hpp"
#include "portail/membres/membre.hpp"

namespace grappe::administration {

// The legal entity stays the member: its part, its VAT regime and its agreement are its own, and
// pass to whoever accepts. Codes of a Demande, "membre.inconnu", those of Courriel,
// "administration.meme_adresse" and "administration.porteur" (Reason::conflict: the address is that
// of the member already, or of the porteur).
struct RemplacementDeMembre {
    Demande demande;
    std::string_view membre;    // its id, or its FINESS EJ
    std::string_view courriel;  // as typed
};
core::Result<membres::Membre> remplacer_un_membre(storage::Writer& db, const Demandeur& qui,
                                                  const RemplacementDeMembre& remplacement,
                                                  const Moyens& moyens);

// Codes of a Demande, those of Courriel, "administration.meme_adresse" (the porteur's already),
// "succession.membre" (the address is that of a member), "administration.guichet"
// (Reason::rule_not_met: a desk's account is nobody's porteur).
struct RemplacementDuPorteur {
    Demande demande;
    std::string_view courriel;
};
core::Result<Intervention> remplacer_le_porteur(storage::Writer& db, const Demandeur& qui,
                                                const RemplacementDuPorteur& remplacement,
                                                const Moyens& moyens);

}  // namespace grappe::administration
