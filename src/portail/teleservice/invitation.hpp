// Use cases: invite somebody to speak for a legal entity, and become that member.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "portail/membres/soutien.hpp"
#include "portail/teleservice/lettres_membres.hpp"
#include "portail/teleservice/membres_vus.hpp"

namespace grappe::teleservice {

inline constexpr int membres_au_plus = 200;       // of a dossier
inline constexpr int invitations_par_jour = 200;  // of an account
inline constexpr std::chrono::hours duree_de_l_invitation{30 * 24};

struct DemandeDInvitation {
    std::string_view dossier;
    std::string_view finess_ej, courriel;  // as typed
};

// Mails a link. The same address for the same entity is invited anew: the link before ends. Codes
// of `demander_pour`, of Finess ("finess.longueur"…) and of Courriel ("courriel.forme"…),
// "membre.autre_adresse" (Reason::conflict: that entity has a member already), "membre.present"
// (Reason::conflict: and it accepted), "membre.trop" (Reason::rule_not_met),
// "membre.trop_d_invitations" (Reason::too_many).
core::Result<membres::Membre> inviter(storage::Writer& db, const Demandeur& qui,
                                      const DemandeDInvitation& demande, const Moyens& moyens);

struct MembreDesigne {
    std::string_view dossier, membre;
};
// A new link to the same address. Code "membre.inconnu".
core::Result<membres::Membre> relancer(storage::Writer& db, const Demandeur& qui,
                                       const MembreDesigne& designe, const Moyens& moyens);

// Its agreement ends, its lines stay; it is told by mail.
core::Result<void> oter(storage::Writer& db, const Demandeur& qui, const MembreDesigne& designe,
                        const Moyens& moyens);

// A link to the row of a member or of a support; those before it end. Code
// "membre.trop_d_invitations".
struct LienEmis {
    std::string jeton;
    core::Instant expire_le;
};
core::Result<LienEmis> emettre_un_lien(storage::Writer& db, const Demandeur& qui,
                                       std::string_view membre);

// With its name for people.
DossierNomme nommer(storage::Reader& db, const Dossier& dossier);

// What a link shows to whoever holds it, before any account.
struct InvitationLue {
    access::Role role;  // membre, grades or collectif
    std::string dossier;
    std::string porteur;  // its name
    std::string appel;
    std::optional<core::Finess> finess_ej;  // of a member alone
    std::string raison_sociale;             // of the entity, as the dossier writes it
    std::string courriel;
};
// Code "jeton.perime" (Reason::gone).
core::Result<InvitationLue> lire_invitation(storage::Reader& db, std::string_view jeton,
                                            core::Instant maintenant);

// Codes "jeton.perime", "membre.porteur" (Reason::conflict: nobody is a member of its own
// dossier), "invitation.autre_role" (Reason::forbidden: an account of a desk is no member).
core::Result<membres::Membre> accepter(storage::Writer& db, const Demandeur& qui,
                                       std::string_view jeton, const Moyens& moyens);

// The member that an account is for an entity of a dossier: because it accepted, because it holds
// the link, or because the invitation went to its own address. Codes "jeton.perime",
// "membre.porteur", "accord.autre_entite" (Reason::rule_not_met), "dossier.inconnu",
// "part.interdite" (Reason::forbidden).
struct MembreCherche {
    std::string_view dossier, finess_ej;
    std::string_view jeton;  // empty: none
};
core::Result<membres::Membre> membre_qui_parle(storage::Writer& db, const Demandeur& qui,
                                               const MembreCherche& cherche, const Moyens& moyens);

// Those of an account, in the dossiers of others.
struct PartDuCompte {
    membres::Membre membre;
    Dossier dossier;
    std::string nom;
};
std::vector<PartDuCompte> parts_du_compte(storage::Reader& db, const Demandeur& qui);

// Invitations to the account's own address that nobody has accepted yet.
std::vector<PartDuCompte> parts_attendues(storage::Reader& db, const Demandeur& qui);

}  // namespace grappe::teleservice
