// What each rule costs: the demand computed again without it.
#include <algorithm>

#include "portail/proposition/calcul.hpp"
#include "portail/proposition/etude.hpp"

namespace grappe::proposition {
namespace {

bool retenu(const Proposition& proposition, const std::string& numero) {
    return std::ranges::find(proposition.ensemble.retenus, numero) !=
           proposition.ensemble.retenus.end();
}

Effet effet(const Demande& demande, const Proposition& proposition, const Regle& regle,
            Compteur& compteur) {
    Effet sortie{.regle = regle};
    const auto sans = Calcul{demande, {regle}, compteur}.proposer();
    sortie.connu = sans.etat == Proposition::Etat::proposee && sans.departagee;
    if (!sortie.connu) return sortie;
    sortie.active = sans.ensemble.retenus != proposition.ensemble.retenus;
    sortie.points = sans.ensemble.points - proposition.ensemble.points;
    sortie.montant = sans.ensemble.total - proposition.ensemble.total;
    sortie.sans = sans.ensemble;
    return sortie;
}

}  // namespace

std::vector<Effet> effets(const Demande& demande, const Proposition& proposition, Limite limite) {
    core::ensure(proposition.departagee, "effects are asked of a proposal that is not proved");
    Compteur compteur{std::move(limite)};
    std::vector<Effet> tous;
    const auto toutes = regles(demande.contraintes);
    for (const auto& regle : toutes) {  // an equal part of what is left for each
        const auto a_venir = static_cast<std::int64_t>(toutes.size() - tous.size() - 1);
        const auto de_cote = compteur.mettre_de_cote(compteur.reste() * a_venir / (a_venir + 1));
        tous.push_back(effet(demande, proposition, regle, compteur));
        compteur.rendre(de_cote);
    }
    return tous;
}

std::vector<Entree> entrees(const Demande& demande, const Proposition& proposition, Limite limite) {
    core::ensure(proposition.departagee, "entries are asked of a proposal that is not proved");
    Compteur compteur{std::move(limite)};
    Calcul calcul{demande, {}, compteur};
    std::vector<Entree> toutes;
    for (const auto rang : ordre_de_depot(demande.candidats)) {
        const auto& numero = demande.candidats[rang].numero;
        const auto& exclus = demande.contraintes.exclus;
        if (retenu(proposition, numero) || std::ranges::find(exclus, numero) != exclus.end())
            continue;
        Entree entree{.numero = numero};
        const auto reponse = calcul.avec(numero);
        // With d points more its best sets have `valeur` + d; those without it keep their points.
        if (!reponse.retenus.empty())
            entree.points = proposition.ensemble.points - reponse.valeur + 1;
        if (reponse.issue == Reponse::Issue::trouve) entree.etat = Entree::Etat::connue;
        if (reponse.issue == Reponse::Issue::aucun) entree.etat = Entree::Etat::jamais;
        toutes.push_back(std::move(entree));
    }
    return toutes;
}

}  // namespace grappe::proposition
