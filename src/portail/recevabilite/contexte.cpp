// The questions that several rules ask: same software, effective regime, sector, home-care service.
#include "portail/recevabilite/contexte.hpp"

#include <algorithm>

#include "core/texte.hpp"

namespace grappe::recevabilite {
Contexte contexte_de(const dossier::DossierResolu& dossier, const programme::Appel& appel,
                     const dossier::Referentiels& referentiels) {
    const auto& solution = dossier.saisi->solution;
    const bool nommee = solution.connue() && solution->nom.connue();
    return {.dossier = dossier,
            .appel = appel,
            .referentiels = referentiels,
            .jour_du_depot = appel.fuseau.day_of(dossier.saisi->depose_le),
            .solution = nommee ? core::fold(*solution->nom) : std::string{}};
}

CommandeSons commande_sons(const Contexte& contexte, const dossier::Essms& essms) {
    if (essms.commande_sons.est_nulle()) return CommandeSons::aucune;
    if (essms.commande_sons.inconnue()) return CommandeSons::inconnue;
    const auto& commandee = essms.commande_sons->solution;
    if (!commandee.connue() || contexte.solution.empty()) return CommandeSons::inconnue;
    const bool meme = *commandee == *contexte.saisi().solution->nom ||
                      core::fold(*commandee) == contexte.solution;
    return meme ? CommandeSons::meme_solution : CommandeSons::autre_solution;
}

programme::Regime regime_effectif(const Contexte& contexte, const dossier::Essms& essms) {
    const bool force = essms.regime == programme::Regime::acquisition &&
                       contexte.applique(rules::RegleId::red_05) &&
                       commande_sons(contexte, essms) == CommandeSons::meme_solution;
    return force ? programme::Regime::montee_de_version : essms.regime;
}

const programme::SecteurAppel* secteur_de_l_appel(const programme::Appel& appel,
                                                  const dossier::EssmsResolu& essms) {
    if (!essms.secteur || !appel.secteurs.definie()) return nullptr;
    const auto nom = core::name_of(*essms.secteur);
    for (const auto& secteur : *appel.secteurs)
        if (secteur.secteur == nom) return &secteur;
    return nullptr;
}

bool est_saad(const programme::Appel& appel, const dossier::EssmsResolu& essms) {
    if (!appel.categories_saad.definie() || essms.categorie.empty()) return false;
    const auto& categories = *appel.categories_saad;
    return std::find(categories.begin(), categories.end(), essms.categorie) != categories.end();
}

}  // namespace grappe::recevabilite
