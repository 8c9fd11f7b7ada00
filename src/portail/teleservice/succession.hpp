// Succession: a porteur that was replaced. From the moment an administrator names another address,
// the dossier is nobody's; whoever accepts the invitation becomes its porteur.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "identity/courriel.hpp"
#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/moyens.hpp"

namespace grappe::teleservice {

inline constexpr std::chrono::hours duree_de_la_succession{30 * 24};

struct Succession {
    std::string dossier;
    identity::Courriel courriel;  // where the invitation went
    std::string ancien;           // account that was the porteur
    core::Instant expire_le;
};

// Opens one; the one before ends. Answers the secret of its link, kept as its digest.
struct NouvelleSuccession {
    const Succession& succession;
    std::string_view par;
    core::Instant maintenant;
};
std::string ouvrir(storage::Writer& db, const NouvelleSuccession& nouvelle);

// The one that waits for somebody; empty: the dossier has its porteur.
std::optional<Succession> succession_de(storage::Reader& db, std::string_view dossier);

// What waits for an account: sent to its own address.
struct DossierATransmettre {
    Dossier dossier;
    std::string nom;
};
std::vector<DossierATransmettre> successions_attendues(storage::Reader& db, const Demandeur& qui);

// What a link shows to who holds it. Code "jeton.perime" (Reason::gone).
core::Result<DossierATransmettre> lire_succession(storage::Reader& db, std::string_view jeton,
                                                  core::Instant maintenant);

// By the link, or without it when the invitation went to the account's own address. The members
// and the former porteur are told. Codes "jeton.perime", "dossier.inconnu" (no link, and nothing
// was sent to this account), "acces.interdit" (no account of a porteur), "succession.membre"
// (Reason::conflict: nobody is a member of its own dossier).
struct Acceptation {
    std::string_view dossier;  // may be empty with a link
    std::string_view jeton;
};
core::Result<Dossier> accepter_la_succession(storage::Writer& db, const Demandeur& qui,
                                             const Acceptation& acceptation, const Moyens& moyens);

}  // namespace grappe::teleservice
