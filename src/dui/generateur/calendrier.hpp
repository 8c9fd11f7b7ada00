// Days and instants as text, quickly: days are counted from 1970, hours are those of Paris.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "core/date.hpp"

namespace grappe::generateur {

using Jour = int;  // days since 1970-01-01

constexpr Jour sans_fin = 1'000'000;  // of a stay or a project that nobody has closed

using TexteDeJour = std::array<char, 10>;

TexteDeJour texte_de(Jour jour);
Jour jour_de(core::Date date);
Jour moins_mois(Jour jour, int mois);  // the same day of the month, or the month's last one

// What a day needs to be written many times: its text and what Paris is ahead of UTC.
struct JourEcrit {
    TexteDeJour texte;
    int heures_d_avance;  // 1 in winter, 2 in summer, as from 03:00 of the day
    int rang_semaine;     // 0 on Monday
};

class Calendrier {
public:
    Calendrier(Jour premier, Jour dernier);

    // A day outside the table is answered too, more slowly.
    JourEcrit jour(Jour jour) const;

private:
    Jour premier_;
    std::vector<JourEcrit> jours_;
};

}  // namespace grappe::generateur
