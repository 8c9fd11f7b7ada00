// A region more, or one fewer: the desk, the pivot and the deadline may follow.
#include <algorithm>

#include "portail/analyse/seuils.hpp"
#include "portail/analyse/seuils_communs.hpp"

namespace grappe::analyse {
namespace {

constexpr std::size_t regions_racontees = 3;

const referentiels::Departement* departement_d_ailleurs(const Voisinage& voisinage) {
    const auto& departements = voisinage.sujet().referentiels.territoires.departements();
    const auto ailleurs =
        std::find_if(departements.begin(), departements.end(), [&](const auto& departement) {
            return !departement.corse_ou_outre_mer &&
                   !voisinage.decompte().compte_la_region(departement.region);
        });
    return ailleurs == departements.end() ? nullptr : &*ailleurs;
}

// One more establishment, in a region where there is none.
void ajouter_une_region(const Voisinage& voisinage, std::vector<Voisin>& voisins) {
    const auto* ailleurs = departement_d_ailleurs(voisinage);
    if (ailleurs == nullptr) return;
    const auto& dernier = voisinage.comptes().back();
    Semblable semblable{*dernier.essms, dernier.regime};
    semblable.resolu.departement = ailleurs->code;
    semblable.resolu.region = ailleurs->region;
    semblable.resolu.corse_ou_outre_mer = false;
    auto comptes = voisinage.comptes();
    comptes.push_back({&semblable.resolu, dernier.regime});
    const auto etat = voisinage.evaluer(comptes);
    auto effets = voisinage.effets(etat);
    // The pivot would depend on the region that is added: only the level is certain.
    std::erase_if(effets, [](const auto& e) { return e.code == "analyse.effet.financeur"; });
    if (effets.empty()) effets.push_back({"analyse.effet.aucun", {}});
    voisins.push_back(
        {rules::RegleId::desk_01, {"analyse.changement.ajouter_region", {}}, std::move(effets)});
}

void retirer_une_region(const Voisinage& voisinage, const recevabilite::RegionComptee& region,
                        std::vector<Voisin>& voisins) {
    auto comptes = voisinage.comptes();
    std::erase_if(comptes, [&](const auto& c) { return c.essms->region == region.code; });
    const auto etat = voisinage.evaluer(comptes);
    voisins.push_back({regle_de(voisinage, etat),
                       {"analyse.changement.retirer_region",
                        {{"region", region.code}, {"nombre", std::int64_t{region.essms}}}},
                       voisinage.effets(etat)});
}

}  // namespace

void voisins_de_region(const Voisinage& voisinage, std::vector<Voisin>& voisins) {
    if (voisinage.comptes().empty()) return;
    auto regions = voisinage.decompte().regions;
    if (regions.size() == 1) return ajouter_une_region(voisinage, voisins);
    std::sort(regions.begin(), regions.end(), [](const auto& a, const auto& b) {
        return std::pair{a.essms, a.code} < std::pair{b.essms, b.code};
    });
    regions.resize(std::min(regions.size(), regions_racontees));
    for (const auto& region : regions) retirer_une_region(voisinage, region, voisins);
}

}  // namespace grappe::analyse
