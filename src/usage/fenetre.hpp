// The window of a measured day: the months elapsed before it, the day itself left out.
#pragma once

#include "core/instant.hpp"

namespace grappe::usage {

// As days [debut, fin) and as instants [ouvre, ferme), both read in Europe/Paris.
struct Fenetre {
    core::Date debut;
    core::Date fin;  // the measured day, left out
    core::Instant ouvre;
    core::Instant ferme;

    core::Date dernier_jour() const { return fin.plus_days(-1); }
    bool contient(core::Instant instant) const { return ouvre <= instant && instant < ferme; }
    bool operator==(const Fenetre&) const = default;
};

// So many calendar months before the day, held to the last day of the month: three months before
// 31 May 2024 is 29 February 2024.
Fenetre fenetre_de(core::Date mesuree, int mois);

// Midnight in Paris that opens a day.
core::Instant minuit(core::Date jour);

}  // namespace grappe::usage
