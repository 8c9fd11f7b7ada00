// One reading of the base and of its columns serves a whole page.
#include "dui/pages/mesure_lue.hpp"

#include <algorithm>

#include "dui/colonnes/entretien.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::dui {
namespace {

using access::Permission;

indicateur::Acte acte_de(storage::Reader& db, const MesureVoulue& voulue) {
    if (!voulue.connu_le) return colonnes::toujours - 1;
    return static_cast<indicateur::Acte>(magasin::enregistrement_au(db, *voulue.connu_le).numero);
}

core::Instant instant_de(const Services& services, const MesureVoulue& voulue) {
    if (!voulue.connu_le) return services.maintenant();
    return core::Instant::of(std::chrono::floor<std::chrono::seconds>(voulue.connu_le->temps()));
}

MesureLue lire(const Services& services, const garde::Visite& visite, storage::Reader& db,
               const MesureVoulue& voulue) {
    auto parametres = services.regle.au(voulue.au);
    const auto fenetre = usage::fenetre_de(voulue.au, parametres.fenetre_en_mois);
    return {.voulue = voulue,
            .qui = acces::professionnel(db, visite.qui().acteur),
            .colonnes = colonnes::a_jour(db, services.colonnes),
            .acte = acte_de(db, voulue),
            .lecture = {.fenetre = fenetre,
                        .parametres = std::move(parametres),
                        .denominateur = voulue.denominateur},
            .permis = {},
            .comptes = {},
            .releves = {}};
}

}  // namespace

std::optional<explication::Prevision> MesureLue::prevision(usage::Indicateur indicateur) const {
    const auto cible = lecture.parametres.cible(indicateur);
    if (!cible || releves.empty()) return std::nullopt;
    return explication::prevoir(explication::points(releves, indicateur, lecture.denominateur),
                                *cible);
}

core::Result<MesureLue> mesurer(const Services& services, garde::Visite& visite,
                                const MesureVoulue& voulue) {
    auto lue =
        visite.base.read([&](storage::Reader& db) { return lire(services, visite, db, voulue); });
    auto comptes =
        indicateur::compter(lue.colonnes, indicateur::Bornes{lue.lecture.fenetre}, lue.acte);
    std::vector<std::string> voulus;
    for (auto& compte : comptes) {
        if (!lue.qui.peut_a(Permission::indicateur_lire, compte.finess_et)) continue;
        lue.permis.push_back(compte.finess_et);
        if (!voulue.finess.empty() && compte.finess_et != voulue.finess) continue;
        voulus.push_back(compte.finess_et);
        lue.comptes.push_back(std::move(compte));
    }
    if (!voulue.finess.empty() && voulus.empty())
        return core::refuse(core::Reason::not_found, "dui.finess_inconnu", voulue.finess);
    const auto jours = explication::fenetres_jusqu_a(
        explication::dernier_jour_vecu(voulue.au, instant_de(services, voulue)), services.regle);
    lue.releves = explication::serie(lue.colonnes, voulus, jours, lue.acte);
    return lue;
}

}  // namespace grappe::dui
