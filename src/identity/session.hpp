// Session: whom a cookie speaks for, until when, and the sessions that an account can close.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/roles.hpp"
#include "core/instant.hpp"
#include "identity/compte.hpp"
#include "storage/reader.hpp"

namespace grappe::identity {

// A session ends two hours after its last request, and twelve hours after its beginning.
struct NouvelleSession {
    std::string jeton;  // the cookie's value: only its digest is stored
    std::string csrf;
};
NouvelleSession ouvrir_session(storage::Writer& db, const std::string& compte,
                               std::string_view appareil, core::Instant reel);

// On a device that several people share; no longer than `fin`.
struct SessionPartagee {
    std::string compte, appareil;  // its id
    core::Instant fin;
};
NouvelleSession ouvrir_session(storage::Writer& db, const SessionPartagee& partagee,
                               core::Instant reel);
inline constexpr std::string_view marque_du_partage = "partage:";

// Who a session speaks for.
struct Presence {
    std::string session;  // its id, which is no secret
    access::Acteur acteur;
    std::string nom;  // as shown on every page
    std::string courriel;
    std::string csrf;
    bool a_rafraichir;  // it is a minute old: note that it was seen
    // Id of the device that several people share, where the session was taken over there: it may do
    // less (garde::Comptes). Empty: a full sign-in.
    std::string partage{};
};
std::optional<Presence> retrouver(storage::Reader& db, std::string_view jeton, core::Instant reel);
void rafraichir(storage::Writer& db, const std::string& session, core::Instant reel);

// What a form or a script must repeat, so that no other site can write in the session's name.
std::string csrf_de(std::string_view jeton);

struct SessionOuverte {
    std::string id, appareil;
    core::Instant ouverte_le, vue_le;
};
std::vector<SessionOuverte> sessions_de(storage::Reader& db, const std::string& compte,
                                        core::Instant reel);

// Answers how many were closed: 0 when the session is not one of that account.
std::int64_t fermer_session(storage::Writer& db, const std::string& compte, const std::string& id);
// All but `sauf`, which may be empty.
std::int64_t fermer_les_autres(storage::Writer& db, const std::string& compte,
                               const std::string& sauf);
// Every session that was taken over on that device.
std::int64_t fermer_les_partagees(storage::Writer& db, const std::string& appareil);

// Forgets what is out of date: sessions, links, requests for an account and their keys, counts.
void faire_le_menage(storage::Writer& db, core::Instant maintenant, core::Instant reel);

}  // namespace grappe::identity
