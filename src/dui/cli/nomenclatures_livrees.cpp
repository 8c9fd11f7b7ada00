// Read whole.
#include "dui/cli/nomenclatures_livrees.hpp"

#include <stdexcept>

#include "fichiers/racine.hpp"

namespace grappe::dui {

std::string texte_livre(const std::string& chemin) {
    constexpr std::size_t au_plus = std::size_t{1} << 20U;
    auto texte = fichiers::lire_fichier(chemin, au_plus);
    if (!texte) throw std::runtime_error{chemin};
    return *std::move(texte);
}

core::Result<nomenclature::Serafin> serafin_livree(const cli::Session& session) {
    const auto ou = session.racine + "/donnees/nomenclatures/";
    return nomenclature::Serafin::lire(texte_livre(ou + "serafin-ph.csv"),
                                       texte_livre(ou + "serafin-mots.csv"));
}

}  // namespace grappe::dui
