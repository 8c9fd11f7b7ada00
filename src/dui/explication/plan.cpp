// Active records first, then their projects and events, then documents and messages.
#include "dui/explication/plan.hpp"

#include <algorithm>
#include <map>

namespace grappe::explication {
namespace {

using usage::Indicateur;

class Chantier {
public:
    explicit Chantier(const Etude& etude) : etude_{etude} {}

    Plan faire() {
        rendre_actifs();
        completer(Indicateur::projet_personnalise);
        completer(Indicateur::evenement_agenda);
        alimenter();
        plan_.messages = expliquer(etude_, Indicateur::mssante).manquants().value_or(0);
        for (auto& [personne, dossier] : a_faire_) plan_.dossiers.push_back(std::move(dossier));
        return std::move(plan_);
    }

private:
    void retenir(const DossierJuge& juge, const std::vector<Geste>& gestes) {
        auto& dossier = a_faire_[juge.lu->personne];
        dossier.juge = &juge;
        dossier.gestes.insert(dossier.gestes.end(), gestes.begin(), gestes.end());
    }

    // As many of the nearest as are missing.
    std::vector<const DossierJuge*> retenir_les_plus_proches(const Explication& une) {
        const auto voulus = une.manquants().value_or(0);
        if (une.possibles() < voulus) plan_.hors_d_atteinte.push_back(une.indicateur);
        std::vector<const DossierJuge*> retenus;
        for (const auto& dossier : une.dossiers) {
            const bool assez = static_cast<std::int64_t>(retenus.size()) >= voulus;
            if (assez || dossier.place != Place::manque || dossier.gestes.empty()) break;
            retenir(*dossier.juge, dossier.gestes);
            retenus.push_back(dossier.juge);
        }
        return retenus;
    }

    void rendre_actifs() {
        const auto une = expliquer(etude_, Indicateur::dossiers_actifs);
        for (const auto& dossier : une.dossiers)
            if (dossier.place == Place::compte) actifs_.push_back(dossier.juge);
        const auto neufs = retenir_les_plus_proches(une);
        actifs_.insert(actifs_.end(), neufs.begin(), neufs.end());
    }

    // What an active record still lacks for the indicator itself.
    std::optional<Obstacle> propre(const DossierJuge& juge, Indicateur indicateur) const {
        const auto pour = [&](Indicateur un) {
            return obstacles(juge.lu->faits, etude_.lecture.fenetre, un,
                             etude_.lecture.denominateur);
        };
        auto tous = pour(indicateur);
        if (tous.size() == pour(Indicateur::dossiers_actifs).size()) return std::nullopt;
        return std::move(tous.back());
    }

    void completer(Indicateur indicateur) {
        const auto cible = etude_.lecture.parametres.cible(indicateur);
        std::vector<std::tuple<usage::Motif, std::string_view, const DossierJuge*>> candidats;
        for (const auto* actif : actifs_)
            if (const auto manque = propre(*actif, indicateur))
                candidats.emplace_back(manque->motif(), actif->lu->personne, actif);
        if (!cible || actifs_.empty()) return;
        std::sort(candidats.begin(), candidats.end());
        const auto tous = static_cast<std::int64_t>(actifs_.size());
        const auto sans = static_cast<std::int64_t>(candidats.size());
        const auto voulus = std::min(manquants({tous - sans, tous}, *cible), sans);
        for (std::size_t n = 0; n < static_cast<std::size_t>(voulus); ++n) {
            const auto& [motif, personne, juge] = candidats[n];
            if (const auto geste = geste_contre(motif)) retenir(*juge, {*geste});
        }
    }

    void alimenter() { retenir_les_plus_proches(expliquer(etude_, Indicateur::dmp)); }

    const Etude& etude_;
    Plan plan_;
    std::vector<const DossierJuge*> actifs_;
    std::map<std::string_view, Plan::Dossier> a_faire_;
};

}  // namespace

Plan planifier(const Etude& etude) { return Chantier{etude}.faire(); }

}  // namespace grappe::explication
