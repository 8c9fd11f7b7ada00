// Soutien: a GRADeS or the Collectif SI that a porteur invited to its dossier. It has a row and
// links as members have; it speaks for no legal entity, and nothing waits for it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/peut.hpp"
#include "core/instant.hpp"
#include "identity/courriel.hpp"
#include "storage/reader.hpp"

namespace grappe::membres {

inline constexpr std::array roles_de_soutien{access::Role::grades, access::Role::collectif};

struct Soutien {
    std::string id;
    std::string dossier;
    access::Role role;  // the one that it has in this dossier
    identity::Courriel courriel;
    std::optional<std::string> compte;  // who accepted the invitation; empty: nobody yet
    core::Instant invite_le;
    std::optional<core::Instant> accepte_le;
};

// Those that were not taken away, oldest first.
std::vector<Soutien> soutiens_de(storage::Reader& db, std::string_view dossier);
std::vector<Soutien> soutiens_du_compte(storage::Reader& db, std::string_view compte);
// Invited at that address, as it is written or in small letters, and not answered.
std::vector<Soutien> soutiens_attendus(storage::Reader& db, const identity::Courriel& courriel);
void ajouter(storage::Writer& db, const Soutien& soutien);

// Empty: as `lire_invitation` of a member, or the link is that of a member.
std::optional<Soutien> lire_invitation_de_soutien(storage::Reader& db, std::string_view jeton,
                                                  core::Instant maintenant);

// Accounts that accepted an invitation to that dossier: members and supports, with their role.
std::vector<access::Invite> comptes_invites(storage::Reader& db, std::string_view dossier);

}  // namespace grappe::membres
