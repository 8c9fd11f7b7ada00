// The table, a line a passage; what no line says may not be.
#include "dui/projet/passage.hpp"

#include <algorithm>

namespace grappe::projet {
namespace {

struct Ligne {
    Statut de;
    Passage par;
    Statut vers;
};
constexpr std::array lignes{
    Ligne{Statut::en_preparation, Passage::demarrer, Statut::en_cours},
    Ligne{Statut::en_preparation, Passage::terminer, Statut::termine},
    Ligne{Statut::en_cours, Passage::reprendre_l_ecriture, Statut::en_preparation},
    Ligne{Statut::en_cours, Passage::suspendre, Statut::en_pause},
    Ligne{Statut::en_cours, Passage::terminer, Statut::termine},
    Ligne{Statut::en_pause, Passage::reprendre, Statut::en_cours},
    Ligne{Statut::en_pause, Passage::terminer, Statut::termine}};

}  // namespace

std::optional<Statut> apres(Statut de, Passage passage) {
    const auto une = std::ranges::find_if(
        lignes, [&](const Ligne& ligne) { return ligne.de == de && ligne.par == passage; });
    return une == lignes.end() ? std::nullopt : std::optional{une->vers};
}

}  // namespace grappe::projet
