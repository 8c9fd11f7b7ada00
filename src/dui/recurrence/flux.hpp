// Flux: series as an iCalendar feed (RFC 5545), for the calendars of others.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "core/named.hpp"
#include "dui/recurrence/serie.hpp"

namespace grappe::recurrence {

enum class Etat { confirme, provisoire, annule };
constexpr auto names(Etat) {
    return std::to_array<core::Named<Etat>>({{Etat::confirme, "CONFIRMED"},
                                             {Etat::provisoire, "TENTATIVE"},
                                             {Etat::annule, "CANCELLED"}});
}

struct RendezVous {
    std::string uid;  // the same at each reading
    std::string titre;
    Serie serie;
    std::string texte{}, lieu{};
    Etat etat = Etat::confirme;
    int revision = 0;  // grows with each change
};

// A series whose rule gives no moment is left out: there is nothing to tell.
std::string ics(std::span<const RendezVous> tous, std::string_view nom, core::Instant maintenant);

}  // namespace grappe::recurrence
