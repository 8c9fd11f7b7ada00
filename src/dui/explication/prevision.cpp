// Median of the slopes of all pairs of points, in exact fractions.
#include "dui/explication/prevision.hpp"

#include <algorithm>

#include "core/ensure.hpp"

namespace grappe::explication {
namespace {

using core::Fraction;

Fraction valeur(const usage::Mesure& mesure) { return {mesure.numerateur, mesure.denominateur}; }

// What precedes the first use says nothing of its pace: unmeasurable points, and zeros but the last
// of those that open the series.
std::vector<Point> utiles(std::vector<Point> points) {
    auto debut = points.end();
    while (debut != points.begin() && std::prev(debut)->mesure.mesurable()) --debut;
    points.erase(points.begin(), debut);
    const auto use = std::find_if(points.begin(), points.end(),
                                  [](const Point& un) { return un.mesure.numerateur > 0; });
    if (use != points.begin() && use != points.end()) points.erase(points.begin(), use - 1);
    return points;
}

std::vector<Fraction> pentes(const std::vector<Point>& points) {
    std::vector<Fraction> toutes;
    for (std::size_t a = 0; a < points.size(); ++a)
        for (std::size_t b = a + 1; b < points.size(); ++b)
            toutes.push_back(
                (valeur(points[b].mesure) - valeur(points[a].mesure)) /
                Fraction::whole((points[b].jour.days() - points[a].jour.days()).count()));
    std::sort(toutes.begin(), toutes.end());
    return toutes;
}

// Of an even number, the lower of the two in the middle: the prudent one, and no new fraction.
Fraction mediane(const std::vector<Fraction>& triees) { return triees[(triees.size() - 1) / 2]; }

// The tenth of the slopes at either end is left out.
std::size_t ecart_au_bord(std::size_t nombre) { return nombre / 10; }

std::optional<core::Date> apres(core::Date depuis, std::int64_t jours) {
    if (jours > horizon_en_jours) return std::nullopt;
    return depuis.plus_days(static_cast<int>(jours));
}

// The first day when a value that has `ecart` to climb is there; nothing where it does not climb.
std::optional<core::Date> premier_jour_atteint(core::Date depuis, const Fraction& ecart,
                                               const Fraction& pente) {
    const Fraction nul;
    if (pente <= nul) return std::nullopt;
    return apres(depuis, -(nul - ecart / pente).rounded_down());
}

// The first day when a value that has `marge` to lose is below; at the target it is still met.
std::optional<core::Date> premier_jour_perdu(core::Date depuis, const Fraction& marge,
                                             const Fraction& pente) {
    const Fraction nul;
    if (pente >= nul) return std::nullopt;
    return apres(depuis, (marge / (nul - pente)).rounded_down() + 1);
}

void dater_la_perte(Prevision& une, const Fraction& marge) {
    une.jour = premier_jour_perdu(une.depuis, marge, *une.pente);
    if (!une.jour) return;
    une.issue = Issue::menacee;
    une.au_plus_tot = premier_jour_perdu(une.depuis, marge, *une.pente_basse);
    une.au_plus_tard = premier_jour_perdu(une.depuis, marge, *une.pente_haute);
}

void dater_l_atteinte(Prevision& une, const Fraction& ecart) {
    une.jour = premier_jour_atteint(une.depuis, ecart, *une.pente);
    une.au_plus_tot = premier_jour_atteint(une.depuis, ecart, *une.pente_haute);
    une.au_plus_tard = premier_jour_atteint(une.depuis, ecart, *une.pente_basse);
    if (une.jour)
        une.issue = Issue::prevue;
    else
        une.issue = *une.pente > Fraction{} ? Issue::lointaine : Issue::pas_a_ce_rythme;
}

}  // namespace

Prevision prevoir(std::vector<Point> points, int cible) {
    core::ensure(!points.empty(), "a series has a last point");
    const auto dernier = points.back();
    Prevision une{.issue = Issue::non_mesurable,
                  .depuis = dernier.jour,
                  .points = utiles(std::move(points)),
                  .pente = std::nullopt,
                  .pente_basse = std::nullopt,
                  .pente_haute = std::nullopt,
                  .jour = std::nullopt,
                  .au_plus_tot = std::nullopt,
                  .au_plus_tard = std::nullopt};
    if (!dernier.mesure.mesurable()) return une;
    const bool atteinte = *dernier.mesure.atteinte(cible);
    une.issue = atteinte ? Issue::atteinte : Issue::pas_assez_de_recul;
    if (une.points.size() < points_requis) return une;
    const auto toutes = pentes(une.points);
    const auto bord = ecart_au_bord(toutes.size());
    une.pente = mediane(toutes);
    une.pente_basse = toutes[bord];
    une.pente_haute = toutes[toutes.size() - 1 - bord];
    const auto ecart = Fraction{cible, 100} - valeur(dernier.mesure);
    if (atteinte)
        dater_la_perte(une, Fraction{} - ecart);
    else
        dater_l_atteinte(une, ecart);
    return une;
}

}  // namespace grappe::explication
