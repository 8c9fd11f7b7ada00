// Choice of the projection of a point, and refusal of points outside their territory.
#include "referentiels/coordonnees.hpp"

#include <array>

#include "core/identifiant.hpp"
#include "referentiels/projection.hpp"

namespace grappe::referentiels {
namespace {

struct Territoire {
    std::string_view departement;
    std::int32_t sud, nord, ouest, est;  // tenths of a degree, generous
    std::optional<Utm> utm;              // none: Lambert-93
};

// Zones of FINESS extractions (data.md, 2.1): 20N, 22N, 40S, 38S; the others by their longitude.
constexpr Territoire metropole{"", 412, 512, -53, 97, std::nullopt};
constexpr auto outre_mer = std::to_array<Territoire>({
    {"971", 157, 182, -632, -609, Utm{20, Hemisphere::nord}},  // with both islands of the north
    {"972", 143, 150, -613, -607, Utm{20, Hemisphere::nord}},
    {"973", 20, 59, -547, -515, Utm{22, Hemisphere::nord}},
    {"974", -215, -207, 551, 560, Utm{40, Hemisphere::sud}},
    {"975", 466, 473, -566, -560, Utm{21, Hemisphere::nord}},
    {"976", -132, -125, 449, 454, Utm{38, Hemisphere::sud}},
    {"977", 178, 180, -630, -627, Utm{20, Hemisphere::nord}},
    {"978", 179, 182, -633, -629, Utm{20, Hemisphere::nord}},
    {"986", -145, -130, -1785, -1760, Utm{1, Hemisphere::sud}},
});

const Territoire& territoire_de(std::string_view departement) {
    for (const auto& territoire : outre_mer)
        if (territoire.departement == departement) return territoire;
    return metropole;
}

bool contient(const Territoire& territoire, Coordonnees point) {
    constexpr std::int32_t dixieme = 100'000;
    return point.latitude_e6 >= territoire.sud * dixieme &&
           point.latitude_e6 <= territoire.nord * dixieme &&
           point.longitude_e6 >= territoire.ouest * dixieme &&
           point.longitude_e6 <= territoire.est * dixieme;
}

bool entre(std::int64_t valeur, std::int64_t bas, std::int64_t haut) {
    return valeur >= bas && valeur <= haut;
}

std::optional<Coordonnees> en_degres(PaireDeCoordonnees paire) {
    const auto longitude = decimal(paire.x, 6), latitude = decimal(paire.y, 6);
    if (!longitude || !latitude) return std::nullopt;
    if (!entre(*latitude, -90'000'000, 90'000'000)) return std::nullopt;
    if (!entre(*longitude, -180'000'000, 180'000'000)) return std::nullopt;
    return Coordonnees{static_cast<std::int32_t>(*latitude), static_cast<std::int32_t>(*longitude)};
}

std::optional<Coordonnees> depuis_plan(PaireDeCoordonnees paire, const Territoire& territoire) {
    constexpr std::int64_t km = 1'000'000;  // in millimetres
    const auto x = decimal(paire.x, 3), y = decimal(paire.y, 3);
    if (!x || !y) return std::nullopt;
    if (territoire.utm) {
        if (!entre(*x, 100 * km, 900 * km) || !entre(*y, 0, 10'000 * km)) return std::nullopt;
        return depuis_utm({*x, *y}, *territoire.utm);
    }
    if (!entre(*x, 0, 1'300 * km) || !entre(*y, 6'000 * km, 7'200 * km)) return std::nullopt;
    return depuis_lambert_93({*x, *y});
}

}  // namespace

std::optional<std::int64_t> decimal(std::string_view texte, int decimales) {
    const bool negatif = texte.starts_with('-');
    if (negatif) texte.remove_prefix(1);
    std::int64_t valeur = 0;
    int apres_le_point = -1, chiffres = 0;
    for (const char c : texte) {
        if ((c == '.' || c == ',') && apres_le_point < 0) {
            apres_le_point = 0;
            continue;
        }
        if (!core::is_digit(c)) return std::nullopt;
        if (apres_le_point >= decimales) continue;
        if (++chiffres > 12) return std::nullopt;
        valeur = valeur * 10 + (c - '0');
        if (apres_le_point >= 0) ++apres_le_point;
    }
    if (chiffres == 0) return std::nullopt;
    for (int i = apres_le_point < 0 ? 0 : apres_le_point; i < decimales; ++i) valeur *= 10;
    return negatif ? -valeur : valeur;
}

std::optional<Coordonnees> situer(PaireDeCoordonnees paire, std::string_view departement) {
    const auto& territoire = territoire_de(departement);
    auto point = en_degres(paire);
    if (!point) point = depuis_plan(paire, territoire);
    if (!point || !contient(territoire, *point)) return std::nullopt;
    return point;
}

}  // namespace grappe::referentiels
