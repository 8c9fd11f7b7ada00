// Reads the dossier once: hours, quotes, bodies, ESSMS beyond the number financed.
#include "portail/subvention/preparation.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace grappe::subvention {
namespace {

// The bodies of the counted lines; an establishment whose body is unknown is a body of its own.
class Annuaire {
public:
    explicit Annuaire(Base& base) : base_{base} {}

    std::size_t place(const dossier::EssmsResolu& essms) {
        if (essms.organisme < 0) return ajouter(essms);
        const auto rang = static_cast<std::size_t>(essms.organisme);
        if (rang >= places_.size()) places_.resize(rang + 1);
        if (!places_[rang]) places_[rang] = ajouter(essms);
        return *places_[rang];
    }

private:
    std::size_t ajouter(const dossier::EssmsResolu& essms) {
        base_.organismes.push_back(
            {.finess_ej = essms.finess_ej, .declares = declares(essms.finess_ej)});
        return base_.organismes.size() - 1;
    }
    // What was said first of a number.
    std::optional<int> declares(std::string_view finess_ej) {
        if (!lus_) lire();
        const auto lu = declares_.find(finess_ej);
        return lu == declares_.end() ? std::nullopt : std::optional{lu->second};
    }
    void lire() {
        lus_ = true;
        for (const auto& organisme : base_.dossier().organismes)
            if (organisme.essms_geres.connue())
                declares_.emplace(organisme.finess_ej.text(), *organisme.essms_geres);
    }

    Base& base_;
    std::vector<std::optional<std::size_t>> places_;
    std::unordered_map<std::string_view, int> declares_;
    bool lus_ = false;
};

core::Money materiel_demande(const dossier::Essms& essms, const programme::Appel& appel) {
    if (!appel.materiel.definie()) return {};
    return aide_demandee(appel.materiel->mode, appel.materiel->par_essms, essms.devis_materiel);
}

void rattacher(LignePreparee& ligne, Base& base, Annuaire& annuaire) {
    ligne.organisme = annuaire.place(*ligne.essms);
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
    Annuaire annuaire{base};
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
