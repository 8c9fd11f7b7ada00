// Explication: behind the figure of an indicator, each record that counts, each that does not and
// why, the three readings of the denominator, and how many are missing.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "dui/explication/etude.hpp"
#include "dui/explication/obstacle.hpp"

namespace grappe::explication {

enum class Place { manque, compte, hors };

constexpr auto names(Place) {
    return std::to_array<core::Named<Place>>({{Place::manque, "manque"},  // in the denominator only
                                              {Place::compte, "compte"},  // in the numerator
                                              {Place::hors, "hors"}});    // in neither
}

struct DossierExplique {
    const DossierJuge* juge;
    Place place;
    std::int64_t apport;              // what it adds to the numerator
    usage::Refus hors_denominateur;   // nothing: it is in the denominator
    std::vector<Obstacle> obstacles;  // empty where it counts
    std::vector<Geste> gestes;        // what would make it count; empty: nothing would
};

// Of the indicators without a target, `mesure` counts in the window with no denominator, no record
// is refused and there is nothing to do.
struct Explication {
    usage::Indicateur indicateur;
    usage::Mesure mesure;
    std::optional<int> cible;
    std::int64_t depuis_le_debut = 0;
    std::array<usage::Mesure, 3> lectures;  // by Denominateur

    // Those that miss first, the one nearest to counting at their head; then those that count, then
    // those outside.
    std::vector<DossierExplique> dossiers;

    // How many more must count for the target to be met; 0: it is. Nothing when not measurable.
    std::optional<std::int64_t> manquants() const;
    // How many more can, by acts that are still to do. Messages know no limit: as many as missing.
    std::int64_t possibles() const;
};

// It lives no longer than the study it explains.
Explication expliquer(const Etude& etude, usage::Indicateur indicateur);

// The least k >= 0 for which 100 (numerator + k) >= target · denominator.
std::int64_t manquants(const usage::Mesure& mesure, int cible);

// Acts before the record counts for the three indicators of records (active, project, event): an
// update that also opens two others is worth more than one that opens none.
std::int64_t gestes_restants(const DossierJuge& juge, const indicateur::Lecture& lecture);

}  // namespace grappe::explication
