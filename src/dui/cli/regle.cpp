// Reading of the rule of measure.
#include "dui/cli/regle.hpp"

#include "fichiers/racine.hpp"

namespace grappe::dui {

core::Result<usage::RegleDUsage> regle_d_usage(const cli::Session& session) {
    constexpr std::size_t octets_au_plus = std::size_t{1} << 20U;
    const auto texte =
        fichiers::lire_fichier(session.racine + "/donnees/indicateurs/usage-1.txt", octets_au_plus);
    return usage::RegleDUsage::lire(texte.value_or(""));
}

}  // namespace grappe::dui
