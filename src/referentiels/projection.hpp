// From the plane coordinates of FINESS files to WGS 84.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "referentiels/lecture.hpp"

namespace grappe::referentiels {

enum class Hemisphere { nord, sud };

struct Utm {
    int zone;
    Hemisphere hemisphere;
};

struct PointPlan {
    std::int64_t x_mm;
    std::int64_t y_mm;
};

std::optional<Coordonnees> depuis_lambert_93(PointPlan point);
std::optional<Coordonnees> depuis_utm(PointPlan point, Utm utm);

}  // namespace grappe::referentiels
