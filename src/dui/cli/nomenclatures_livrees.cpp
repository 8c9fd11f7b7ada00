// Read whole.
#include "dui/cli/nomenclatures_livrees.hpp"

#include <stdexcept>

#include "dui/echeance/lecture.hpp"
#include "fichiers/racine.hpp"

namespace grappe::dui {
namespace {

constexpr std::size_t octets_au_plus = std::size_t{1} << 20U;

std::string texte_livre(const std::string& chemin) {
    auto texte = fichiers::lire_fichier(chemin, octets_au_plus);
    if (!texte) throw std::runtime_error{chemin};
    return *std::move(texte);
}

}  // namespace

core::Result<nomenclature::Serafin> serafin_livree(const cli::Session& session) {
    const auto ou = session.racine + "/donnees/nomenclatures/";
    return nomenclature::Serafin::lire(texte_livre(ou + "serafin-ph.csv"),
                                       texte_livre(ou + "serafin-mots.csv"));
}

core::Result<echeance::Regles> echeances_livrees(const cli::Session& session) {
    const auto fichier = session.racine + "/donnees/echeances/echeances-1.toml";
    const auto texte = fichiers::lire_fichier(fichier, octets_au_plus);
    auto lue = echeance::lire(texte ? *texte : std::string{});
    if (lue.regles) return *std::move(lue.regles);
    const auto ou = lue.fautes.empty()
                        ? fichier
                        : fichier + ", " + echeance::phrase(lue.fautes.front(), session.phrases);
    return core::refuse(core::Reason::unavailable, "dui.servir.echeances", ou);
}

}  // namespace grappe::dui
