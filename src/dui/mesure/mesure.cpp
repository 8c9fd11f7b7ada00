// One reading of the base and of its columns serves a whole answer.
#include "dui/mesure/mesure.hpp"

#include <algorithm>

#include "dui/colonnes/entretien.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::dui {
namespace {

core::Instant instant_de(const Mesureur& mesureur, const MesureVoulue& voulue) {
    if (!voulue.connu_le) return mesureur.maintenant();
    return voulue.connu_le->seconde();
}

// The establishments that it may read, and the counts of those asked for.
void compter(MesureLue& lue) {
    auto comptes =
        indicateur::compter(lue.colonnes, indicateur::Bornes{lue.lecture.fenetre}, lue.acte);
    for (auto& compte : comptes) {
        if (!lue.qui.peut_a(access::Permission::indicateur_lire, compte.finess_et)) continue;
        lue.permis.push_back(compte.finess_et);
        const auto& finess = lue.voulue.finess;
        if (finess.empty() || compte.finess_et == finess) lue.comptes.push_back(std::move(compte));
    }
}

}  // namespace

indicateur::Acte acte_au(storage::Reader& db, const std::optional<magasin::Moment>& connu_le) {
    if (!connu_le) return colonnes::toujours - 1;
    return static_cast<indicateur::Acte>(magasin::enregistrement_au(db, *connu_le).numero);
}

indicateur::Lecture lecture_de(const usage::RegleDUsage& regle, const MesureVoulue& voulue) {
    auto parametres = regle.au(voulue.au);
    const auto fenetre = usage::fenetre_de(voulue.au, parametres.fenetre_en_mois);
    return {.fenetre = fenetre,
            .parametres = std::move(parametres),
            .denominateur = voulue.denominateur};
}

MesureLue ouvrir_la_mesure(storage::Reader& db, const Mesureur& mesureur,
                           const access::Acteur& acteur, const MesureVoulue& voulue) {
    return {.voulue = voulue,
            .qui = acces::professionnel(db, acteur),
            .colonnes = colonnes::a_jour(db, mesureur.colonnes),
            .acte = acte_au(db, voulue.connu_le),
            .lecture = lecture_de(mesureur.regle, voulue)};
}

usage::Compteurs MesureLue::somme() const {
    usage::Compteurs somme;
    for (const auto& compte : comptes) somme += compte.compteurs;
    return somme;
}

std::optional<explication::Prevision> MesureLue::prevision(usage::Indicateur indicateur) const {
    const auto cible = lecture.parametres.cible(indicateur);
    if (!cible || releves.empty()) return std::nullopt;
    return explication::prevoir(explication::points(releves, indicateur, lecture.denominateur),
                                *cible);
}

core::Result<MesureLue> mesurer(const Mesureur& mesureur, storage::Base& base,
                                const access::Acteur& acteur, const MesureVoulue& voulue) {
    auto lue = base.read(
        [&](storage::Reader& db) { return ouvrir_la_mesure(db, mesureur, acteur, voulue); });
    compter(lue);
    if (!voulue.finess.empty() && lue.comptes.empty())
        return core::refuse(core::Reason::not_found, "dui.finess_inconnu", voulue.finess);
    return lue;
}

void relever_les_semaines(MesureLue& lue, const Mesureur& mesureur) {
    std::vector<std::string> voulus;
    for (const auto& compte : lue.comptes) voulus.push_back(compte.finess_et);
    const auto& voulue = lue.voulue;
    const auto jours = explication::fenetres_jusqu_a(
        explication::dernier_jour_vecu(voulue.au, instant_de(mesureur, voulue)), mesureur.regle);
    lue.releves = explication::serie(lue.colonnes, voulus, jours, lue.acte);
}

}  // namespace grappe::dui
