// Reading of donnees/grilles and of the tables of AGGIR.
#include "dui/evaluation/chargement.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "dui/evaluation/lecture_grille.hpp"
#include "fichiers/racine.hpp"

namespace grappe::evaluation {
namespace {

namespace fs = std::filesystem;

std::string texte_de(const std::string& chemin) {
    constexpr std::size_t au_plus = std::size_t{1} << 20U;
    auto texte = fichiers::lire_fichier(chemin, au_plus);
    if (!texte) throw std::runtime_error{chemin};
    return *std::move(texte);
}

Grille grille_de(const fs::path& chemin) {
    auto lue = lire_grille(texte_de(chemin.string()));
    if (const auto* fautes = std::get_if<saisie::Fautes>(&lue))
        throw std::runtime_error{chemin.string() + " : " + fautes->front().chemin + " " +
                                 fautes->front().code};
    auto& grille = std::get<Grille>(lue);
    if (grille.cle != chemin.stem().string()) throw std::runtime_error{chemin.string() + " : cle"};
    return std::move(grille);
}

}  // namespace

const Grille* Outils::grille(std::string_view cle) const {
    const auto trouvee = std::ranges::find(grilles, cle, &Grille::cle);
    return trouvee == grilles.end() ? nullptr : &*trouvee;
}

Outils charger(const std::string& racine) {
    const auto nomenclatures = racine + "/donnees/nomenclatures/";
    auto bareme = aggir::lire_bareme(texte_de(nomenclatures + "aggir-coefficients.csv"),
                                     texte_de(nomenclatures + "aggir-seuils.csv"));
    if (!bareme) throw std::runtime_error{nomenclatures + " : " + bareme.error().detail};
    Outils outils{.bareme = *std::move(bareme), .grilles = {}};
    for (const auto& entree : fs::directory_iterator{racine + "/donnees/grilles"})
        if (entree.path().extension() == ".toml")
            outils.grilles.push_back(grille_de(entree.path()));
    std::ranges::sort(outils.grilles, {}, &Grille::cle);
    return outils;
}

}  // namespace grappe::evaluation
