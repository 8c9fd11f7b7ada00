// From a base and a question to the measure of it.
#include "dui/cli/mesure_faite.hpp"

#include <algorithm>

#include "dui/magasin/faits_repository.hpp"

namespace grappe::dui {
namespace {

indicateur::Acte acte_de(storage::Reader& db, const MesureDemandee& demande) {
    if (!demande.connu_le) return colonnes::toujours - 1;
    return static_cast<indicateur::Acte>(magasin::enregistrement_au(db, *demande.connu_le).numero);
}

}  // namespace

Mesures mesures(BaseDuDui& base, const MesureDemandee& demande, const usage::RegleDUsage& regle) {
    const auto acte = base.base.read([&](storage::Reader& db) { return acte_de(db, demande); });
    auto parametres = regle.au(demande.au);
    const auto fenetre = usage::fenetre_de(demande.au, parametres.fenetre_en_mois);
    return {.colonnes = colonnes_a_jour(base),
            .acte = acte,
            .lecture = {.fenetre = fenetre,
                        .parametres = std::move(parametres),
                        .denominateur = demande.denominateur},
            .regle = regle};
}

core::Result<indicateur::Tableau> mesurer(const Mesures& mesures,
                                          const std::vector<std::string>& voulus) {
    auto comptes = indicateur::compter(mesures.colonnes,
                                       indicateur::Bornes{mesures.lecture.fenetre}, mesures.acte);
    for (const auto& voulu : voulus)
        if (std::none_of(comptes.begin(), comptes.end(),
                         [&](const auto& compte) { return compte.finess_et == voulu; }))
            return core::refuse(core::Reason::not_found, "dui.finess_inconnu", voulu);
    if (!voulus.empty())
        std::erase_if(comptes, [&](const auto& compte) {
            return std::find(voulus.begin(), voulus.end(), compte.finess_et) == voulus.end();
        });
    return indicateur::tableau(comptes, mesures.lecture);
}

}  // namespace grappe::dui
