// Membre: who speaks for which legal entity in a dossier, how it was invited, what it agreed to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/finess.hpp"
#include "core/instant.hpp"
#include "core/named.hpp"
#include "identity/courriel.hpp"
#include "storage/reader.hpp"

namespace grappe::membres {

struct Membre {
    std::string id;
    std::string dossier;
    core::Finess finess_ej;
    identity::Courriel courriel;        // where the invitation went
    std::optional<std::string> compte;  // who accepted it; empty: nobody yet
    std::optional<bool> recupere_tva;   // what it says of itself
    core::Instant invite_le;
    std::optional<core::Instant> accepte_le;
};

// Those that were not taken away, oldest first.
std::vector<Membre> membres_de(storage::Reader& db, std::string_view dossier);
std::vector<Membre> membres_du_compte(storage::Reader& db, std::string_view compte);
// Invited at that address, as it is written or in small letters, and not answered.
std::vector<Membre> membres_attendus(storage::Reader& db, const identity::Courriel& courriel);

void ajouter(storage::Writer& db, const Membre& membre);
// Of a member or of a support, by its row. False: somebody accepted meanwhile.
bool rattacher(storage::Writer& db, std::string_view membre, std::string_view compte,
               core::Instant maintenant);
void changer_tva(storage::Writer& db, const Membre& membre, std::optional<bool> recupere_tva);
void oter(storage::Writer& db, std::string_view membre, core::Instant maintenant);
// Another person for the same entity: its address and instant of invitation; no account yet.
void remplacer(storage::Writer& db, const Membre& suivant);

// A secret sent by mail: dated, good for one use, stored as its digest. A new one ends those
// before.
struct Invitation {
    std::string_view membre;  // the row of a member or of a support
    std::string_view par;     // the account that invites
    core::Instant maintenant, expire_le;
};
std::string inviter(storage::Writer& db, const Invitation& invitation);
// Empty: unknown, used, out of date, no member's, or the member was taken away; nobody is told
// which.
std::optional<Membre> lire_invitation(storage::Reader& db, std::string_view jeton,
                                      core::Instant maintenant);
// False: somebody used it meanwhile.
bool consommer(storage::Writer& db, std::string_view jeton, core::Instant maintenant);
std::int64_t invitations_depuis(storage::Reader& db, std::string_view par, core::Instant depuis);

}  // namespace grappe::membres
