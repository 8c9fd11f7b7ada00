// Rows of reminders: what was sent, what each account wants, secret addresses of calendars.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "storage/reader.hpp"

namespace grappe::teleservice {

struct RappelEnvoye {
    std::string_view compte, objet;  // "dossier:3f…", "accord:5a…" (a member)
    core::Instant echeance;
    int jours;
};
bool deja_envoye(storage::Reader& db, const RappelEnvoye& rappel);
// False: it was sent already.
bool noter(storage::Writer& db, const RappelEnvoye& rappel, core::Instant maintenant);

// Empty: the account chose nothing.
std::optional<std::string> preference(storage::Reader& db, std::string_view compte);
void changer_preference(storage::Writer& db, std::string_view compte, std::string_view jours);

std::vector<std::string> brouillons(storage::Reader& db);  // ids of dossiers

// The address before ends.
std::string nouvelle_adresse(storage::Writer& db, std::string_view compte,
                             core::Instant maintenant);
std::optional<std::string> compte_du_calendrier(storage::Reader& db, std::string_view jeton);
std::optional<core::Instant> adresse_creee_le(storage::Reader& db, std::string_view compte);
void oter_l_adresse(storage::Writer& db, std::string_view compte);

}  // namespace grappe::teleservice
