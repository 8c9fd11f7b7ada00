// Sentences of findings.
#include "portail/usages/constat_dit.hpp"

namespace grappe::usages {

std::string taux_dit(const usage::Mesure& mesure) {
    auto taux = mesure.taux();
    if (!taux) return "–";
    taux->replace(taux->find('.'), 1, ",");
    return *taux;
}

std::string indicateur_dit(usage::Indicateur indicateur, const rules::Phrases& phrases) {
    return phrases.rendre("usage.indicateur." + std::string{core::name_of(indicateur)}, {});
}

std::string dire(const Constat& constat, const rules::Phrases& phrases) {
    const auto indicateur =
        constat.indicateur ? indicateur_dit(*constat.indicateur, phrases) : std::string{};
    return phrases.rendre(constat.code, {{"indicateur", indicateur},
                                         {"n", constat.apres.numerateur},
                                         {"d", constat.apres.denominateur},
                                         {"taux", taux_dit(constat.apres)},
                                         {"ad", constat.avant.denominateur},
                                         {"ataux", taux_dit(constat.avant)}});
}

}  // namespace grappe::usages
