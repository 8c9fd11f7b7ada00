// Use cases: a porteur invites a GRADeS or the Collectif SI to its dossier; who accepts reads of it
// what the matrix of rights says of that role, and nothing elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "portail/teleservice/invitation.hpp"

namespace grappe::teleservice {

inline constexpr int soutiens_au_plus = 20;  // of a dossier

struct DemandeDeSoutien {
    std::string_view dossier;
    std::string_view role, courriel;  // as typed
};

// Mails a link. The same address under the same role is invited anew: the link before ends. Codes
// of `demander`, of Courriel, "soutien.role" (none of `roles_de_soutien`), "soutien.present"
// (Reason::conflict: it accepted), "soutien.trop" (Reason::rule_not_met), "soutien.depose"
// (Reason::conflict: the Collectif SI advises before the deposit), "membre.trop_d_invitations".
core::Result<membres::Soutien> inviter_un_soutien(storage::Writer& db, const Demandeur& qui,
                                                  const DemandeDeSoutien& demande,
                                                  const Moyens& moyens);

struct SoutienDesigne {
    std::string_view dossier, soutien;
};
// A new link to the same address. Code "soutien.inconnu".
core::Result<membres::Soutien> relancer_un_soutien(storage::Writer& db, const Demandeur& qui,
                                                   const SoutienDesigne& designe,
                                                   const Moyens& moyens);

// Its link and its access end; it is told by mail. Code "soutien.inconnu".
core::Result<void> retirer_un_soutien(storage::Writer& db, const Demandeur& qui,
                                      const SoutienDesigne& designe, const Moyens& moyens);

// For the porteur.
core::Result<std::vector<membres::Soutien>> lire_les_soutiens(storage::Reader& db,
                                                              const Demandeur& qui,
                                                              std::string_view dossier);

// By a link, or because the invitation went to the account's own address. An account of the public
// takes that role in that dossier; one of a desk has it already. Codes "jeton.perime",
// "soutien.inconnu", "membre.porteur", "invitation.autre_role" (Reason::forbidden).
core::Result<membres::Soutien> accepter_en_soutien(storage::Writer& db, const Demandeur& qui,
                                                   std::string_view jeton, const Moyens& moyens);
// By a link, whosever it is: who accepts becomes a member, or supports the porteur. Codes of
// `accepter` and of `accepter_en_soutien`.
using Accepte = std::variant<membres::Membre, membres::Soutien>;
core::Result<Accepte> accepter_le_lien(storage::Writer& db, const Demandeur& qui,
                                       std::string_view jeton, const Moyens& moyens);
core::Result<membres::Soutien> accepter_sans_lien(storage::Writer& db, const Demandeur& qui,
                                                  std::string_view soutien, const Moyens& moyens);

// Those of an account, and those that its own address is invited to.
struct DossierSoutenu {
    membres::Soutien soutien;
    Dossier dossier;
    std::string nom;

    // The Collectif SI advises before the deposit: what was accepted stays listed, unread.
    bool lisible(const access::Acteur& acteur) const;
};
std::vector<DossierSoutenu> dossiers_du_soutien(storage::Reader& db, const Demandeur& qui);
std::vector<DossierSoutenu> soutiens_proposes(storage::Reader& db, const Demandeur& qui);

}  // namespace grappe::teleservice
