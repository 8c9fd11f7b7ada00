// Desk and window of a dossier. Contract portail-check, "Desk and window".
#include "portail/recevabilite/routage.hpp"

#include <algorithm>

namespace grappe::recevabilite {
namespace {

using programme::CriterePivot, programme::Niveau, programme::Portee, programme::TestRegions;

bool s_applique(const programme::LigneRoutage& ligne, const Decompte& decompte) {
    const int essms = decompte.essms();
    if (ligne.a_partir_de && essms < *ligne.a_partir_de) return false;
    if (ligne.moins_de && essms >= *ligne.moins_de) return false;
    if (ligne.regions == TestRegions::indifferent) return true;
    return (ligne.regions == TestRegions::plusieurs) == decompte.plusieurs_regions();
}

std::string_view region_majoritaire(const Decompte& decompte) {
    const auto& regions = decompte.regions;
    const auto premiere =
        std::min_element(regions.begin(), regions.end(), [](const auto& a, const auto& b) {
            if (a.essms != b.essms) return a.essms > b.essms;
            return a.premier_finess < b.premier_finess;
        });
    return premiere == regions.end() ? std::string_view{} : premiere->code;
}

std::string_view region_selon(CriterePivot critere, const Contexte& contexte,
                              const Decompte& decompte) {
    switch (critere) {
        case CriterePivot::region_appel: {
            const auto& region = contexte.appel.region;
            return region && decompte.compte_la_region(*region) ? std::string_view{*region}
                                                                : std::string_view{};
        }
        case CriterePivot::region_porteur: {
            const auto& region = contexte.saisi().porteur.region;
            return region.connue() ? std::string_view{*region} : std::string_view{};
        }
        case CriterePivot::region_majoritaire:
            return region_majoritaire(decompte);
    }
    return {};
}

// AMB-08: the first criterion of the call that answers.
void choisir_pivot(const Contexte& contexte, const Decompte& decompte, Routage& routage) {
    if (decompte.regions.size() == 1) {
        routage.pivot = decompte.regions.front().code;
        return;
    }
    if (!contexte.appel.pivot.definie()) return;
    for (const auto critere : *contexte.appel.pivot) {
        routage.pivot = region_selon(critere, contexte, decompte);
        routage.critere = critere;
        if (!routage.pivot.empty()) return;
    }
    routage.critere.reset();
}

}  // namespace

Routage router(const Contexte& contexte, const Decompte& decompte) {
    Routage routage{nullptr, Niveau::non_defini, {}, std::nullopt, {}};
    if (decompte.comptes.empty() || !contexte.appel.routage.definie()) return routage;
    for (const auto& ligne : *contexte.appel.routage)
        if (s_applique(ligne, decompte)) {
            routage.ligne = &ligne;
            routage.niveau = ligne.niveau;
            break;
        }
    if (routage.niveau == Niveau::national) routage.financeur = financeur_national;
    if (routage.niveau != Niveau::regional) return routage;
    choisir_pivot(contexte, decompte, routage);
    const auto* ars = contexte.referentiels.territoires.ars_de_region(routage.pivot);
    if (ars != nullptr) routage.financeur = ars->libelle;
    return routage;
}

std::optional<Portee> portee_de(const Routage& routage, const Decompte& decompte) {
    if (decompte.comptes.empty()) return Portee::regional;
    switch (routage.niveau) {
        case Niveau::national:
            return Portee::national;
        case Niveau::regional:
            return decompte.plusieurs_regions() ? Portee::multi_regional : Portee::regional;
        case Niveau::non_defini:
            break;
    }
    return std::nullopt;
}

bool concerne(const programme::Fenetre& fenetre, GenreDeDossier genre) {
    const auto contient = [](const auto& liste, auto voulu) {
        return std::find(liste.begin(), liste.end(), voulu) != liste.end();
    };
    return contient(fenetre.portees, genre.portee) && contient(fenetre.natures, genre.nature);
}

std::optional<ChoixDeFenetre> choisir_fenetre(const programme::Appel& appel, GenreDeDossier genre,
                                              core::Instant depot) {
    if (!appel.fenetres.definie()) return std::nullopt;
    const programme::Fenetre* toleree = nullptr;
    const programme::Fenetre* derniere_close = nullptr;
    const programme::Fenetre* premiere_a_ouvrir = nullptr;
    for (const auto& fenetre : *appel.fenetres) {
        if (!concerne(fenetre, genre)) continue;
        if (fenetre.ouvre_le <= depot && depot < fenetre.ferme_le)
            return ChoixDeFenetre{&fenetre, Temps::a_temps};
        if (depot < fenetre.ouvre_le && fenetre.tolere_des && *fenetre.tolere_des <= depot)
            toleree = &fenetre;
        if (fenetre.ferme_le <= depot &&
            (derniere_close == nullptr || fenetre.ferme_le > derniere_close->ferme_le))
            derniere_close = &fenetre;
        if (depot < fenetre.ouvre_le &&
            (premiere_a_ouvrir == nullptr || fenetre.ouvre_le < premiere_a_ouvrir->ouvre_le))
            premiere_a_ouvrir = &fenetre;
    }
    if (toleree != nullptr) return ChoixDeFenetre{toleree, Temps::depot_tolere};
    if (derniere_close != nullptr) return ChoixDeFenetre{derniere_close, Temps::trop_tard};
    if (premiere_a_ouvrir != nullptr) return ChoixDeFenetre{premiere_a_ouvrir, Temps::trop_tot};
    return std::nullopt;
}

}  // namespace grappe::recevabilite
