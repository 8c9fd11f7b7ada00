// Rappels: mails before a window closes to whoever believes that a draft is a deposit, and to the
// members whose agreement is missing; each of them once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/teleservice/depot.hpp"
#include "storage/base.hpp"

namespace grappe::teleservice {

// Days before the closing, in the order in which they come.
using Jours = std::vector<int>;
inline constexpr int jours_au_plus = 60;
const Jours& jours_habituels();  // 14, 3, 1

// The reminder of which it is time: the last one whose day has come, so that one that was missed is
// not sent beside the next. Empty: none yet, or too late. Pure.
std::optional<int> rappel_du(core::Instant ferme_le, core::Instant maintenant, const Jours& jours);

// "14,3,1", any order; empty: no reminder. Code "rappel.jours" (Reason::invalid).
core::Result<Jours> lire_les_jours(std::string_view texte);
std::string ecrire_les_jours(const Jours& jours);

Jours jours_du_compte(storage::Reader& db, std::string_view compte);
void choisir_les_jours(storage::Writer& db, const Demandeur& qui, const Jours& jours);

// When the window of a draft closes: that of its kind, else the next one of its call to close.
// Empty: the call gives no date, or every window is over.
std::optional<core::Instant> echeance_de(const Etat& etat, const programme::Appel& appel,
                                         core::Instant maintenant);

// Sends what is due, a transaction a dossier; answers how many mails were queued.
int envoyer_les_rappels(storage::Base& base, const Moyens& moyens, core::Instant maintenant);

}  // namespace grappe::teleservice
