// The rule's moments, counted from its first one.
#include "dui/recurrence/coupe.hpp"

#include <algorithm>

#include "core/calendar.hpp"
#include "dui/recurrence/suite.hpp"

namespace grappe::recurrence {
namespace {

int combien_avant(const Serie& serie, const Moment& prevue) {
    Suite suite{*serie.regle, serie.debut, prevue};
    int combien = 0;
    for (auto moment = suite.suivant(); moment && *moment < prevue; moment = suite.suivant())
        ++combien;
    return combien;
}

}  // namespace

Coupe couper(const Serie& serie, const Moment& prevue) {
    Coupe coupe{.avant = {}, .apres = serie};
    const auto debut = premiere(serie);
    if (!serie.regle || !debut || prevue <= *debut) return coupe;
    coupe.avant = serie;
    auto& regle = *coupe.avant->regle;
    regle.nombre.reset();
    regle.jusqu_au = prevue.plus(-1);
    std::erase_if(coupe.avant->exclues, [&](const Moment& un) { return un >= prevue; });
    std::erase_if(coupe.avant->deplacees, [&](const Deplacee& une) { return une.de >= prevue; });
    coupe.apres.debut = prevue;
    if (serie.regle->nombre)
        coupe.apres.regle->nombre = *serie.regle->nombre - combien_avant(serie, prevue);
    std::erase_if(coupe.apres.exclues, [&](const Moment& un) { return un < prevue; });
    std::erase_if(coupe.apres.deplacees, [&](const Deplacee& une) { return une.de < prevue; });
    return coupe;
}

std::optional<Moment> fin_de(const Serie& serie) {
    auto fin = serie.debut.plus(serie.minutes);
    if (serie.regle && serie.regle->jusqu_au) {
        fin = serie.regle->jusqu_au->plus(serie.minutes);
    } else if (serie.regle && serie.regle->nombre) {
        // A rule that comes back once in four years reaches a thousand times in as many centuries:
        // whoever asks is told that it has no end.
        const Moment borne{core::plus_months(serie.debut.jour, 40 * 12), 0};
        Suite suite{*serie.regle, serie.debut, borne};
        int vus = 0;
        for (auto moment = suite.suivant(); moment; moment = suite.suivant(), ++vus)
            fin = std::max(fin, moment->plus(serie.minutes));
        if (vus < *serie.regle->nombre) return std::nullopt;
    } else if (serie.regle) {
        return std::nullopt;
    }
    for (const auto& une : serie.deplacees) fin = std::max(fin, une.a.plus(une.minutes));
    return fin;
}

}  // namespace grappe::recurrence
