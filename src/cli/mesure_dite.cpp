// Sentences of a measure.
#include "cli/mesure_dite.hpp"

namespace grappe::cli {

std::string mesure_dite(const MesureADire& une, const rules::Phrases& phrases) {
    const auto& mesure = une.mesure;
    const auto nom =
        phrases.rendre("usage.indicateur." + std::string{core::name_of(une.indicateur)}, {});
    rules::Faits faits{{"indicateur", nom},
                       {"numerateur", mesure.numerateur},
                       {"denominateur", mesure.denominateur}};
    if (!une.cible) return phrases.rendre("usage.mesure.sans_cible", faits);
    if (!mesure.mesurable()) return phrases.rendre("usage.mesure.non_mesurable", faits);
    auto taux = *mesure.taux();
    taux.replace(taux.find('.'), 1, ",");
    faits.push_back({"taux", std::move(taux)});
    faits.push_back({"cible", std::int64_t{*une.cible}});
    return phrases.rendre(
        *mesure.atteinte(*une.cible) ? "usage.mesure.atteinte" : "usage.mesure.non_atteinte",
        faits);
}

std::string lecture_dite(usage::Denominateur lecture, const rules::Phrases& phrases) {
    return phrases.rendre("usage.denominateur." + std::string{core::name_of(lecture)}, {});
}

}  // namespace grappe::cli
