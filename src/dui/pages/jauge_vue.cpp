// Gauge and curve are drawn in whole thousandths.
#include "dui/pages/jauge_vue.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dui/explication/explication.hpp"
#include "dui/explication/phrases_dites.hpp"
#include "dui/pages/cadre.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::dui {
namespace {

using page::Vue;

// Of the rate, in thousandths; a rate above one fills the gauge.
std::int64_t milliemes(const usage::Mesure& mesure) {
    if (!mesure.mesurable()) return 0;
    return std::min<std::int64_t>(1000, 1000 * mesure.numerateur / mesure.denominateur);
}

std::string dixiemes(std::int64_t milliemes) {
    return fmt::format("{}.{}", milliemes / 10, milliemes % 10);
}

Vue::Liste lectures(const Services& services, usage::Indicateur indicateur,
                    const usage::Compteurs& compteurs, const MesureLue& lue) {
    Vue::Liste vues;
    for (const auto& [lecture, nom] : names(usage::Denominateur{})) {
        const auto mesure = usage::mesure(compteurs, indicateur, lecture);
        const auto etat = etat_de(services, mesure, *lue.lecture.parametres.cible(indicateur));
        vues.push_back(Vue{{"nom", dire(services, "usage.denominateur." + std::string{nom})},
                           {"fraction", fraction_dite(services, mesure)},
                           {"taux", taux_dit(services, mesure)},
                           {"classe", etat.classe},
                           {"mot", etat.mot},
                           {"courante", lecture == lue.lecture.denominateur}});
    }
    return vues;
}

// Past weeks and the target between the highest and the lowest of them, 10 wide a week, 40 high:
// a slope is seen, the sentence beside it says how steep it is. At least a twentieth is shown.
struct Courbe {
    std::int64_t haut, bas;

    Courbe(const std::vector<explication::Point>& points, int cible)
        : haut{std::int64_t{10} * cible}, bas{haut} {
        for (const auto& point : points) {
            haut = std::max(haut, milliemes(point.mesure));
            bas = std::min(bas, milliemes(point.mesure));
        }
        bas = std::max<std::int64_t>(0, std::min(bas, haut - 50));
        haut = std::max(haut, bas + 50);
    }
    std::string y(std::int64_t valeur) const {
        return dixiemes(400 * (haut - valeur) / (haut - bas));
    }
    std::string trace(const std::vector<explication::Point>& points) const {
        std::string texte;
        for (const auto& point : points)
            texte += fmt::format("{}{},{}", texte.empty() ? "" : " ", 10 * (&point - points.data()),
                                 y(milliemes(point.mesure)));
        return texte;
    }
};

std::string manque(const Services& services, usage::Indicateur indicateur,
                   const usage::Mesure& mesure, int cible) {
    if (!mesure.mesurable()) return dire(services, "explication.manque.non_mesurable");
    const auto nombre = explication::manquants(mesure, cible);
    if (nombre == 0) return {};
    return dire(services, "explication.manque." + std::string{core::name_of(indicateur)},
                {{"nombre", nombre}});
}

}  // namespace

std::string fraction_dite(const Services& services, const usage::Mesure& mesure) {
    return dire(services, "dui.pages.fraction",
                {{"numerateur", mesure.numerateur}, {"denominateur", mesure.denominateur}});
}

std::string taux_dit(const Services& services, const usage::Mesure& mesure) {
    auto taux = mesure.taux();
    if (!taux) return dire(services, "dui.pages.non_mesurable");
    std::replace(taux->begin(), taux->end(), '.', ',');
    return dire(services, "dui.pages.taux", {{"taux", *std::move(taux)}});
}

Etat etat_de(const Services& services, const usage::Mesure& mesure, int cible) {
    const auto atteinte = mesure.atteinte(cible);
    if (!atteinte) return {"", dire(services, "dui.pages.non_mesurable")};
    return *atteinte ? Etat{"etat--ouvert", dire(services, "dui.pages.atteinte")}
                     : Etat{"etat--bloque", dire(services, "dui.pages.non_atteinte")};
}

Vue vue_de_la_jauge(const Services& services, usage::Indicateur indicateur,
                    const usage::Compteurs& compteurs, const MesureLue& lue) {
    const auto mesure = usage::mesure(compteurs, indicateur, lue.lecture.denominateur);
    const int cible = *lue.lecture.parametres.cible(indicateur);
    const auto etat = etat_de(services, mesure, cible);
    const auto prevision = lue.prevision(indicateur);
    const auto points = prevision ? prevision->points : std::vector<explication::Point>{};
    const Courbe courbe{points, cible};
    const auto code = std::string{core::name_of(indicateur)};
    return {
        {"code", code},
        {"nom", dire(services, "usage.indicateur." + code)},
        {"taux", taux_dit(services, mesure)},
        {"fraction", fraction_dite(services, mesure)},
        {"classe", etat.classe},
        {"mot", etat.mot},
        {"longueur", dixiemes(milliemes(mesure))},
        {"cible", std::int64_t{cible}},
        {"cible_y", courbe.y(std::int64_t{10} * cible)},
        {"lectures", lectures(services, indicateur, compteurs, lue)},
        {"courbe", courbe.trace(points)},
        {"prevision", prevision ? explication::dite(*prevision, services.phrases) : std::string{}},
        {"manque", manque(services, indicateur, mesure, cible)}};
}

}  // namespace grappe::dui
