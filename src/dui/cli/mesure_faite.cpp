// From a base and a question to the measure of it.
#include "dui/cli/mesure_faite.hpp"

#include <algorithm>

#include "dui/mesure/mesure.hpp"

namespace grappe::dui {
Mesures mesures(BaseDuDui& base, const MesureVoulue& demande, const usage::RegleDUsage& regle) {
    const auto acte =
        base.base.read([&](storage::Reader& db) { return acte_au(db, demande.connu_le); });
    return {.colonnes = colonnes_a_jour(base),
            .acte = acte,
            .lecture = lecture_de(regle, demande),
            .regle = regle};
}

core::Result<indicateur::Tableau> mesurer(const Mesures& mesures,
                                          const std::vector<std::string>& voulus) {
    auto comptes = indicateur::compter(mesures.colonnes,
                                       indicateur::Bornes{mesures.lecture.fenetre}, mesures.acte);
    std::string inconnus;
    for (const auto& voulu : voulus)
        if (std::none_of(comptes.begin(), comptes.end(),
                         [&](const auto& compte) { return compte.finess_et == voulu; }))
            inconnus += (inconnus.empty() ? "" : ", ") + voulu;
    if (!inconnus.empty())
        return core::refuse(core::Reason::not_found, "dui.finess_inconnu", inconnus);
    if (!voulus.empty())
        std::erase_if(comptes, [&](const auto& compte) {
            return std::find(voulus.begin(), voulus.end(), compte.finess_et) == voulus.end();
        });
    return indicateur::tableau(comptes, mesures.lecture);
}

}  // namespace grappe::dui
