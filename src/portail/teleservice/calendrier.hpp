// Calendrier: the deadlines of an account as an iCalendar feed (RFC 5545), at a secret address.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/teleservice/depot.hpp"

namespace grappe::teleservice {

struct Evenement {
    std::string uid;  // the same at each reading
    core::Instant le;
    std::string titre, texte, lien;
    std::optional<core::Date> jour{};  // an event of that whole day: `le` does not count
};

// Lines of 75 octets at most, ended by CRLF, texts escaped. Pure.
std::string ics(const std::vector<Evenement>& evenements, core::Instant maintenant);

// The closing of the window of each of its drafts, and of those whose part it has to agree to; the
// day by which complements are asked of it, or by it for a desk.
std::vector<Evenement> echeances(storage::Reader& db, std::string_view compte, const Moyens& moyens,
                                 core::Instant maintenant);

}  // namespace grappe::teleservice
