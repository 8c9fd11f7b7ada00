// The neighbours that an analysis tells: what would change the result (funding features, §2, 5).
// Bounded in number and deterministic, whatever the dossier.
#pragma once

#include <vector>

#include "portail/analyse/analyse.hpp"
#include "portail/analyse/voisinage.hpp"

namespace grappe::analyse {

std::vector<Voisin> voisins(const Voisinage& voisinage);

void voisins_de_taille(const Voisinage& voisinage, std::vector<Voisin>& voisins);
void voisins_de_region(const Voisinage& voisinage, std::vector<Voisin>& voisins);
void voisins_d_exclusion(const Voisinage& voisinage, std::vector<Voisin>& voisins);
void voisins_d_organisme(const Voisinage& voisinage, std::vector<Voisin>& voisins);
void voisins_de_date(const Voisinage& voisinage, std::vector<Voisin>& voisins);
void voisins_de_solution(const Voisinage& voisinage, std::vector<Voisin>& voisins);

std::vector<Seuil> dire(const std::vector<Voisin>& voisins, const rules::Phrases& phrases);

}  // namespace grappe::analyse
