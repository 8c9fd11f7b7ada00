// Relais: on a shared device, who signed in fully once takes over with a PIN or a badge until the
// end of the shift. The session is always one person's.
#pragma once

#include <string>
#include <vector>

#include "core/instant.hpp"
#include "dui/appareil/appareil.hpp"
#include "identity/connexion.hpp"

namespace grappe::appareil {

inline constexpr std::int64_t essais_au_plus = 5;     // then a full sign-in
inline constexpr std::int64_t presents_au_plus = 80;  // names on one device
inline constexpr std::size_t chiffres_du_pin = 6;

// One hour after the end of the shift that goes on, or that begins within the hour: who comes early
// works it whole, who leaves late writes the last lines.
core::Instant fin_du_relais(core::Instant reel);

// Codes "relais.pin_forme" (six digits), "relais.pin_facile" (all alike, or one after the other).
core::Result<void> verifier_le_pin(std::string_view pin);
// Code "relais.badge_forme": 6 to 64 printable characters without space, as a reader types them.
core::Result<void> verifier_le_badge(std::string_view badge);

struct Ouverture {
    Appareil appareil;
    std::string session;  // that of the full sign-in: it ends
    secret::Secret pin;
    std::string badge;  // empty: none
};
// After a full sign-in: sets the codes, opens the takeover there and takes it. Codes of both
// verifications, "relais.second_facteur" (such an account never enters by a code alone),
// "relais.badge_pris", "relais.connexion_complete" (the session is itself taken over),
// "dui.etablissement_interdit".
core::Result<identity::NouvelleSession> ouvrir(const identity::Moyens& moyens,
                                               const identity::Presence& qui,
                                               const Ouverture& voulue);

struct Prise {
    std::string appareil;  // the cookie's value
    std::string compte;    // id; with the PIN
    secret::Secret pin;
    std::string badge;       // stands for both
    std::string precedente;  // the cookie of who had the device; empty: nobody
};
// Codes "appareil.inconnu", "relais.refuse" (not the right code: nobody is told which),
// "relais.bloque" (too many tries, or the shift is over: a full sign-in), "session.trop_d_essais".
core::Result<identity::NouvelleSession> prendre(const identity::Moyens& moyens, const Prise& prise);

struct Present {
    std::string compte, nom;
};
std::vector<Present> presents_a(storage::Reader& db, const std::string& appareil,
                                core::Instant reel);

void faire_le_menage(storage::Writer& db, core::Instant reel);

}  // namespace grappe::appareil
