// From the rows of one establishment to its records.
#include "dui/explication/dossier_lu.hpp"

#include <algorithm>

#include "dui/indicateur/dossier.hpp"

namespace grappe::explication {
namespace {

bool est_connu(const colonnes::Plages& dossier, indicateur::Acte connu) {
    return std::any_of(dossier.begin(), dossier.end(), [connu](const auto& rangees) {
        return std::any_of(rangees.begin(), rangees.end(),
                           [connu](const auto& une) { return une.connue(connu); });
    });
}

struct Place {
    const colonnes::Colonnes& tout;
    std::size_t rang;
    indicateur::Acte connu;
};

// `faits_de`: what is judged of the rows of a record.
template <class FaitsDe>
std::optional<DossierLu> lu_a(const Place& place, colonnes::RangeesParType& fondues,
                              const FaitsDe& faits_de) {
    const auto plages = place.tout.plages(place.rang, fondues);
    if (!est_connu(plages, place.connu)) return std::nullopt;
    return DossierLu{.personne = std::string{place.tout.personne(place.rang)},
                     .faits = faits_de(plages)};
}

}  // namespace

std::optional<std::vector<DossierLu>> dossiers_lus(const colonnes::Colonnes& tout,
                                                   std::string_view finess, indicateur::Acte connu,
                                                   const usage::Fenetre& fenetre) {
    const auto& tous = tout.etablissements();
    const auto ici = std::lower_bound(
        tous.begin(), tous.end(), finess,
        [](const auto& un, std::string_view voulu) { return un.numero() < voulu; });
    if (ici == tous.end() || ici->numero() != finess || ici->connu > connu) return std::nullopt;
    const indicateur::Bornes bornes{fenetre};
    const auto autour = [&](const colonnes::Plages& plages) {
        return indicateur::dossier_autour(plages, bornes, connu);
    };
    std::vector<DossierLu> lus;
    colonnes::RangeesParType fondues;
    for (auto d = ici->premier; d < ici->premier + ici->dossiers; ++d) {
        auto lu = lu_a({tout, d, connu}, fondues, autour);
        // An event of nobody is no record either.
        if (lu && (!lu->personne.empty() || !lu->faits.envois.empty()))
            lus.push_back(*std::move(lu));
    }
    return lus;
}

std::optional<DossierLu> dossier_lu(const colonnes::Colonnes& tout,
                                    const colonnes::Etablissement& ici, std::string_view personne,
                                    indicateur::Acte connu) {
    const auto rang = personne.empty() ? std::nullopt : tout.rang_de(ici, personne);
    if (!rang) return std::nullopt;
    const auto entiers = [&](const colonnes::Plages& plages) {
        return indicateur::dossier_mesure(plages, connu);
    };
    colonnes::RangeesParType fondues;
    return lu_a({tout, *rang, connu}, fondues, entiers);
}

}  // namespace grappe::explication
