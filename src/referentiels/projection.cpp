// Inverse projections, the one file outside pages where floating numbers are allowed: the formulas
// are transcendental, their error (under a millimetre) far below the micro-degree they give.
#include "referentiels/projection.hpp"

#include <cmath>
#include <numbers>

namespace grappe::referentiels {
namespace {

// Ellipsoid GRS 80, that of RGF93; it differs from WGS 84's by a tenth of a millimetre.
constexpr double demi_grand_axe = 6378137.0;
constexpr double aplatissement = 1.0 / 298.257222101;
constexpr double excentricite2 = aplatissement * (2.0 - aplatissement);
constexpr double degres = 180.0 / std::numbers::pi;

std::optional<Coordonnees> en_micro_degres(double latitude, double longitude) {
    if (!std::isfinite(latitude) || !std::isfinite(longitude)) return std::nullopt;
    const double latitude_e6 = std::round(latitude * degres * 1e6);
    const double longitude_e6 = std::round(longitude * degres * 1e6);
    if (std::abs(latitude_e6) > 90e6 || std::abs(longitude_e6) > 180e6) return std::nullopt;
    return Coordonnees{static_cast<std::int32_t>(latitude_e6),
                       static_cast<std::int32_t>(longitude_e6)};
}

// Latitude of an isometric latitude, by fixed point (IGN, NTG 71, ALG0002).
double latitude_de(double isometrique) {
    const double e = std::sqrt(excentricite2);
    double latitude = 2.0 * std::atan(std::exp(isometrique)) - std::numbers::pi / 2.0;
    for (int tour = 0; tour < 12; ++tour) {
        const double sinus = e * std::sin(latitude);
        const double facteur = std::pow((1.0 + sinus) / (1.0 - sinus), e / 2.0);
        latitude = 2.0 * std::atan(facteur * std::exp(isometrique)) - std::numbers::pi / 2.0;
    }
    return latitude;
}

}  // namespace

// IGN, NTG 71, ALG0004, with the constants of Lambert-93.
std::optional<Coordonnees> depuis_lambert_93(PointPlan point) {
    constexpr double n = 0.7256077650532670, c = 11754255.4260960;
    constexpr double xs = 700000.0, ys = 12655612.0498760;
    constexpr double meridien_origine = 3.0 / degres;
    const double dx = static_cast<double>(point.x_mm) / 1000.0 - xs;
    const double dy = static_cast<double>(point.y_mm) / 1000.0 - ys;
    const double rayon = std::hypot(dx, dy);
    if (rayon < 1.0) return std::nullopt;
    const double longitude = meridien_origine + std::atan2(dx, -dy) / n;
    return en_micro_degres(latitude_de(-std::log(rayon / c) / n), longitude);
}

// Snyder, Map Projections: A Working Manual, formulas 8-17 to 8-25.
std::optional<Coordonnees> depuis_utm(PointPlan point, Utm utm) {
    constexpr double k0 = 0.9996, e2 = excentricite2, ep2 = e2 / (1.0 - e2);
    const double faux_nord = utm.hemisphere == Hemisphere::sud ? 10'000'000.0 : 0.0;
    const double x = static_cast<double>(point.x_mm) / 1000.0 - 500'000.0;
    const double y = static_cast<double>(point.y_mm) / 1000.0 - faux_nord;

    const double mu =
        y / k0 / (demi_grand_axe * (1 - e2 / 4 - 3 * e2 * e2 / 64 - 5 * e2 * e2 * e2 / 256));
    const double racine = std::sqrt(1 - e2), e1 = (1 - racine) / (1 + racine);
    const double phi = mu + (3 * e1 / 2 - 27 * std::pow(e1, 3) / 32) * std::sin(2 * mu) +
                       (21 * e1 * e1 / 16) * std::sin(4 * mu) +
                       (151 * std::pow(e1, 3) / 96) * std::sin(6 * mu);

    const double s = std::sin(phi), t = std::pow(std::tan(phi), 2);
    const double c = ep2 * std::pow(std::cos(phi), 2);
    const double n = demi_grand_axe / std::sqrt(1 - e2 * s * s);
    const double r = demi_grand_axe * (1 - e2) / std::pow(1 - e2 * s * s, 1.5);
    const double d = x / (n * k0), d2 = d * d;
    const double latitude =
        phi -
        n * std::tan(phi) / r *
            (d2 / 2 - (5 + 3 * t + 10 * c - 4 * c * c - 9 * ep2) * d2 * d2 / 24 +
             (61 + 90 * t + 298 * c + 45 * t * t - 252 * ep2 - 3 * c * c) * d2 * d2 * d2 / 720);
    const double ecart =
        (d - (1 + 2 * t + c) * d * d2 / 6 +
         (5 - 2 * c + 28 * t - 3 * c * c + 8 * ep2 + 24 * t * t) * d * d2 * d2 / 120) /
        std::cos(phi);
    const double meridien = (utm.zone * 6 - 183) / degres;
    return en_micro_degres(latitude, meridien + ecart);
}

}  // namespace grappe::referentiels
