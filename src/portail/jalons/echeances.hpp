// Échéances: the terms of agreements in the calendar of an account, and mails before binding ones.
#pragma once

#include <string_view>
#include <vector>

#include "portail/jalons/lecture.hpp"
#include "portail/teleservice/calendrier.hpp"
#include "storage/base.hpp"

namespace grappe::jalons {

// Open terms of the agreements of a porteur, of a desk, or of the establishments of a member; those
// of several establishments on the same day are one event.
std::vector<teleservice::Evenement> echeances(storage::Reader& db, std::string_view compte,
                                              const Moyens& moyens, core::Instant maintenant);

// On the days that each account chose for its reminders, each once: to the desk for the entry with
// the fund, to the porteur for the rest. Sends what is due, a transaction an agreement; answers how
// many mails were queued.
int envoyer_les_rappels(storage::Base& base, const Moyens& moyens, core::Instant maintenant);

}  // namespace grappe::jalons
