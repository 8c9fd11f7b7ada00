// What happens to the persons of one establishment: the dated facts and the daily ones.
#pragma once

#include <cstdint>
#include <vector>

#include "dui/generateur/lignes.hpp"

namespace grappe::generateur {

// Shares a number of lines over weighted days, to the line: the first pass weighs, the second
// spends, and both meet the same days in the same order.
class Partage {
public:
    void distribuer(std::uint64_t lignes) {
        lignes_ = lignes;
        distribue_ = poids_ > 0;
    }

    std::uint64_t poids() const { return poids_; }

    std::uint64_t pour(std::uint64_t poids) {
        if (!distribue_) {
            poids_ += poids;
            return 0;
        }
        reste_ += lignes_ * poids;
        const auto part = reste_ / poids_;
        reste_ %= poids_;
        return part;
    }

private:
    std::uint64_t poids_ = 0, lignes_ = 0, reste_ = 0;
    bool distribue_ = false;
};

// Where facts go and what they depend on: one pass over everybody.
struct Passage {
    Lignes& lignes;
    Partage& partage;
    const Calendrier& calendrier;
    Periode periode;
    Graine graine;
};

constexpr std::uint64_t poids_d_un_jour_usuel = 4 * 10 * 5 / 4;  // followed, weekday, usual rhythm

// The person's line, stays, projects, DMP feeds, messages, batch of migration, planned events.
void faits_dates(Passage& ici, const Personne& lui, const Etablissement& lieu);
// Updates, events, prescriptions: as many as the day is given.
void faits_quotidiens(Passage& ici, const Personne& lui, const Etablissement& lieu);
// Weekly workshops: group events, each the same day of the week.
void ateliers(Passage& ici, const std::vector<Personne>& tous, const Etablissement& lieu);

}  // namespace grappe::generateur
