// Reads the dossier once: hours, quotes, bodies, ESSMS beyond the number financed.
#include "portail/subvention/preparation.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace grappe::subvention {
namespace {

// The bodies by number; an establishment whose body is unknown is a body of its own.
class Annuaire {
public:
    explicit Annuaire(const dossier::Dossier& dossier) {
        for (const auto& organisme : dossier.organismes)
            if (organisme.essms_geres.connue())
                noter(declares_, organisme.finess_ej.text(), *organisme.essms_geres);
    }

    std::size_t place(std::string_view finess_ej, std::vector<OrganismePrepare>& organismes) {
        const auto suivante = organismes.size();
        if (!finess_ej.empty()) {
            const auto place = noter(places_, finess_ej, suivante);
            if (place != suivante) return place;
        }
        organismes.push_back({.finess_ej = finess_ej, .declares = declares(finess_ej)});
        return suivante;
    }

private:
    // Ascending numbers; what was noted first of a number stays.
    template <class T>
    using Table = std::vector<std::pair<std::string_view, T>>;

    template <class T>
    static T noter(Table<T>& table, std::string_view numero, T valeur) {
        const auto place =
            std::ranges::lower_bound(table, numero, {}, &Table<T>::value_type::first);
        if (place != table.end() && place->first == numero) return place->second;
        table.emplace(place, numero, valeur);
        return valeur;
    }

    std::optional<int> declares(std::string_view finess_ej) const {
        const auto place =
            std::ranges::lower_bound(declares_, finess_ej, {}, &Table<int>::value_type::first);
        if (place == declares_.end() || place->first != finess_ej) return std::nullopt;
        return place->second;
    }

    Table<int> declares_;
    Table<std::size_t> places_;
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
