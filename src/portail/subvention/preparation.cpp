// Reads the dossier once: hours, quotes, bodies, ESSMS beyond the number financed.
#include "portail/subvention/preparation.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace grappe::subvention {
namespace {

using programme::Regime;

// The bodies by number; an establishment whose body is unknown is a body of its own.
class Annuaire {
public:
    explicit Annuaire(const dossier::Dossier& dossier) {
        for (const auto& organisme : dossier.organismes)
            if (organisme.essms_geres.connue())
                declares_.try_emplace(organisme.finess_ej.text(), *organisme.essms_geres);
    }

    std::size_t place(std::string_view finess_ej, std::vector<OrganismePrepare>& organismes) {
        const auto suivante = organismes.size();
        if (!finess_ej.empty()) {
            const auto [connu, nouveau] = places_.try_emplace(finess_ej, suivante);
            if (!nouveau) return connu->second;
        }
        organismes.push_back({.finess_ej = finess_ej, .declares = declares(finess_ej)});
        return suivante;
    }

private:
    std::optional<int> declares(std::string_view finess_ej) const {
        const auto declare = declares_.find(finess_ej);
        if (declare == declares_.end()) return std::nullopt;
        return declare->second;
    }

    std::unordered_map<std::string_view, int> declares_;
    std::unordered_map<std::string_view, std::size_t> places_;
};

core::Money materiel_demande(const dossier::Essms& essms, const programme::Appel& appel) {
    if (!appel.materiel.definie()) return {};
    return aide_demandee(appel.materiel->mode, appel.materiel->par_essms, essms.devis_materiel);
}

void rattacher(LignePreparee& ligne, Base& base, Annuaire& annuaire) {
    ligne.organisme = annuaire.place(ligne.essms->finess_ej, base.organismes);
    auto& organisme = base.organismes[ligne.organisme];
    ++organisme.lignes;
    organisme.en_corse_ou_outre_mer += ligne.essms->corse_ou_outre_mer;
    organisme.devis_de_materiel += ligne.materiel_demande > core::Money{};
}

// "Capé à 30 structures": the first in list order, by regime then for the project.
void marquer_hors_plafond(Base& base) {
    std::array<int, 2> finances{};
    int finances_en_tout = 0;
    for (auto& ligne : base.lignes) {
        const auto& du_regime = bareme(base.appel(), ligne.regime);
        auto& compte = finances[static_cast<std::size_t>(ligne.regime)];
        const auto& projet = base.appel().plafond_essms_projet;
        ligne.hors_plafond = (du_regime.definie() && du_regime->plafond_essms &&
                              compte >= *du_regime->plafond_essms) ||
                             (projet.definie() && finances_en_tout >= *projet);
        compte += !ligne.hors_plafond;
        finances_en_tout += !ligne.hors_plafond;
    }
}

dossier::EssmsDejaFinances deja_finances(const dossier::Dossier& dossier) {
    if (!dossier.extension.connue() || !dossier.extension->essms_deja_finances.connue()) return {};
    return *dossier.extension->essms_deja_finances;
}

}  // namespace

core::Money aide_demandee(programme::ModeAide mode, core::Money au_plus,
                          const dossier::Donnee<core::Money>& devis) {
    if (!devis.connue() || *devis == core::Money{}) return {};
    return mode == programme::ModeAide::forfait ? au_plus : std::min(*devis, au_plus);
}

Base preparer(const Demande& demande) {
    Base base{.demande = demande};
    const auto& dossier = base.dossier();
    Annuaire annuaire{dossier};
    base.lignes.reserve(demande.comptes.size());
    for (const auto& compte : demande.comptes) {
        auto& ligne = base.lignes.emplace_back(LignePreparee{
            .essms = compte.essms,
            .regime = compte.regime,
            .heures = lire_heures(*compte.essms, demande.appel),
            .materiel_demande = materiel_demande(*compte.essms->saisi, demande.appel)});
        rattacher(ligne, base, annuaire);
    }
    marquer_hors_plafond(base);
    base.est_une_extension =
        dossier.nature.connue() && *dossier.nature == programme::Nature::extension;
    base.deja_finances = deja_finances(dossier);
    return base;
}

}  // namespace grappe::subvention
