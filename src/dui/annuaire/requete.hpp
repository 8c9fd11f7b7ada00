// Requete: what was typed, as words to find in names and dates of birth.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"

namespace grappe::annuaire {

// A date, or what was typed of it: "12/03/1941", "1941-03-12", "12031941", "12/03/41", "03/1941",
// "12/03", "1941". Two digits of a year stand for any century.
struct DateTapee {
    unsigned jour = 0, mois = 0;  // 0: not typed
    int annee = 0, annee_courte = -1;

    bool entiere() const { return jour != 0 && mois != 0 && annee != 0; }
    bool convient(core::Date naissance) const;
    bool operator==(const DateTapee&) const = default;
};
std::optional<DateTapee> date_tapee(std::string_view texte);

struct Mot {
    std::string tape;     // folded, as typed
    std::string lettres;  // empty for a date
    std::optional<DateTapee> date;
};

struct Requete {
    std::vector<Mot> mots;  // each once; none: nothing to find
    std::string tout;       // the whole text folded: may be an id
};

// Words are parted by spaces; of a word only letters and digits count. No more than two hundred
// bytes are read.
Requete requete_de(std::string_view texte);

}  // namespace grappe::annuaire
