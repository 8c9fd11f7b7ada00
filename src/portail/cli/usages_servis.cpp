// Reading of donnees/indicateurs and of donnees/usages.
#include "portail/cli/usages_servis.hpp"

#include "cli/regles_livrees.hpp"
#include "fichiers/racine.hpp"

namespace grappe::cli {

core::Result<usages::Moyens> usages_servis(const Session& session) {
    constexpr std::size_t au_plus = std::size_t{64} * 1024;
    const auto chemin = session.racine + "/donnees/usages/plausibilite-2.txt";
    auto seuils = usages::Seuils::lire(fichiers::lire_fichier(chemin, au_plus).value_or(""));
    if (!seuils) return seuils.error();
    return usages::Moyens{
        .regles = regles_livrees(session), .seuils = *std::move(seuils), .registre = {}};
}

usages::Moyens avec_le_registre(usages::Moyens moyens,
                                const referentiels::RegistreEnMemoire& registre) {
    moyens.registre = [&registre](std::string_view finess) { return registre.find(finess); };
    return moyens;
}

}  // namespace grappe::cli
