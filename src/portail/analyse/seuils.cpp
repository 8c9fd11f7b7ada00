// The neighbours of a dossier, gathered, and told in French.
#include "portail/analyse/seuils.hpp"

#include "portail/analyse/seuils_communs.hpp"

namespace grappe::analyse {

rules::RegleId regle_de(const Voisinage& voisinage, const Etat& voisin) {
    const auto& etat = voisinage.etat();
    if (etat.minimum_atteint() != voisin.minimum_atteint()) return rules::RegleId::grp_01;
    if (etat.routage.niveau != voisin.routage.niveau) return rules::RegleId::desk_01;
    if (etat.routage.financeur != voisin.routage.financeur) return rules::RegleId::desk_02;
    if (etat.portee != voisin.portee) return rules::RegleId::desk_04;
    return rules::RegleId::fin_05;
}

std::vector<Voisin> voisins(const Voisinage& voisinage) {
    std::vector<Voisin> voisins;
    voisins.reserve(24);
    voisins_de_taille(voisinage, voisins);
    voisins_de_region(voisinage, voisins);
    voisins_d_exclusion(voisinage, voisins);
    voisins_d_organisme(voisinage, voisins);
    voisins_de_solution(voisinage, voisins);
    voisins_de_date(voisinage, voisins);
    return voisins;
}

// "le minimum de 15 est atteint ; le total passe de … à …."
std::vector<Seuil> dire(const std::vector<Voisin>& voisins, const rules::Phrases& phrases) {
    std::vector<Seuil> seuils;
    seuils.reserve(voisins.size());
    for (const auto& voisin : voisins) {
        Seuil seuil{.regle = voisin.regle, .changement = {}, .effet = {}};
        phrases.ajouter(seuil.changement, voisin.changement.code, voisin.changement.faits);
        for (const auto& effet : voisin.effets) {
            if (!seuil.effet.empty()) seuil.effet += "\u00a0; ";
            phrases.ajouter(seuil.effet, effet.code, effet.faits);
        }
        seuils.push_back(std::move(seuil));
    }
    return seuils;
}

}  // namespace grappe::analyse
