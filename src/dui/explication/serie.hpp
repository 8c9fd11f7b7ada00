// Serie: the counters of establishments on past days, a week apart.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "dui/explication/prevision.hpp"
#include "dui/indicateur/comptage.hpp"
#include "usage/regle_d_usage.hpp"

namespace grappe::explication {

// Points looked at, the last one being the day itself: twelve weeks, the length of a window.
inline constexpr int points_de_la_serie = 13;

struct Releve {
    core::Date jour;
    usage::Compteurs compteurs;  // summed over the establishments asked for
};

// Each day is measured anew, by the definitions, with what was known by that act: late entries
// and corrections are in the past points too. Ascending days.
std::vector<Releve> serie(const colonnes::Colonnes& tout, std::span<const std::string> finess,
                          const std::vector<usage::Fenetre>& fenetres, indicateur::Acte connu);

// The fraction of one indicator on each of those days.
std::vector<Point> points(const std::vector<Releve>& releves, usage::Indicateur indicateur,
                          usage::Denominateur lecture);

// The day measured, or today where it is still to come: a forecast starts from what happened.
core::Date dernier_jour_vecu(core::Date mesuree, core::Instant maintenant);

// The windows of the last weeks up to that day.
std::vector<usage::Fenetre> fenetres_jusqu_a(core::Date jour, const usage::RegleDUsage& regle);

}  // namespace grappe::explication
