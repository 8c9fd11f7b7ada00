// Counting of the establishments that remain (ELIG-03: one FINESS ET counts once).
#include "portail/recevabilite/decompte.hpp"

#include <algorithm>

namespace grappe::recevabilite {
namespace {

void compter_la_region(std::vector<RegionComptee>& regions, const dossier::EssmsResolu& essms) {
    if (essms.region.empty()) return;
    const auto connue = std::ranges::find(regions, essms.region, &RegionComptee::code);
    if (connue != regions.end()) {
        ++connue->essms;
        connue->premier_finess = std::min(connue->premier_finess, essms.finess());
        return;
    }
    const auto apres = std::ranges::find_if(
        regions, [&](const auto& region) { return region.code > essms.region; });
    regions.insert(apres, {essms.region, 1, essms.finess()});
}

}  // namespace

bool Decompte::compte_la_region(std::string_view code) const {
    return std::any_of(regions.begin(), regions.end(),
                       [&](const auto& region) { return region.code == code; });
}

Decompte decompter(Comptes comptes) {
    Decompte decompte{.comptes = std::move(comptes), .regions = {}};
    for (const auto& compte : decompte.comptes) compter_la_region(decompte.regions, *compte.essms);
    return decompte;
}

std::vector<std::string_view> organismes_de(const Comptes& comptes) {
    std::vector<std::string_view> organismes;
    for (const auto& compte : comptes) {
        const std::string_view ej = compte.essms->finess_ej;
        const auto place = std::ranges::lower_bound(organismes, ej);
        if (!ej.empty() && (place == organismes.end() || *place != ej))
            organismes.insert(place, ej);
    }
    return organismes;
}

Territoire territoire_du_seuil(const Contexte& contexte, const Decompte& decompte) {
    const auto insulaire = [](const auto& compte) { return compte.essms->corse_ou_outre_mer; };
    const auto& comptes = decompte.comptes;
    bool reduit = false;
    switch (contexte.appel.seuil_territoire.value_or(programme::SeuilTerritoire::tous)) {
        case programme::SeuilTerritoire::tous:
            reduit = !comptes.empty() && std::all_of(comptes.begin(), comptes.end(), insulaire);
            break;
        case programme::SeuilTerritoire::un_seul:
            reduit = std::any_of(comptes.begin(), comptes.end(), insulaire);
            break;
        case programme::SeuilTerritoire::porteur:
            reduit = contexte.dossier.porteur_en_corse_ou_outre_mer;
            break;
    }
    return reduit ? Territoire::corse_ou_outre_mer : Territoire::metropole;
}

int minimum_applicable(const Contexte& contexte, const Decompte& decompte) {
    const auto& minimum = *contexte.appel.minimum;
    return territoire_du_seuil(contexte, decompte) == Territoire::corse_ou_outre_mer
               ? minimum.corse_outre_mer
               : minimum.metropole;
}

}  // namespace grappe::recevabilite
