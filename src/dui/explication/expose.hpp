// Exposé: indicators of one establishment explained, their forecasts, and what to do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dui/explication/plan.hpp"
#include "dui/explication/prevision.hpp"
#include "dui/explication/serie.hpp"

namespace grappe::explication {

// It lives no longer than the study.
struct Expose {
    std::string finess_et;
    std::string regle;  // version of the rule of measure
    std::vector<std::pair<Explication, std::optional<Prevision>>> indicateurs;
    std::optional<Plan> plan;
};

// Without a plan. `releves`: past weeks, for the forecasts.
Expose exposer(const Etude& etude, const std::vector<usage::Indicateur>& voulus,
               const std::vector<Releve>& releves);

}  // namespace grappe::explication
