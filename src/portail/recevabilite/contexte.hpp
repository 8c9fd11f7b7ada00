// Contexte: what every rule of receivability reads, and the few questions that several rules ask.
#pragma once

#include <string>
#include <string_view>

#include "portail/dossier/resolution.hpp"
#include "portail/programme/appel.hpp"

namespace grappe::recevabilite {

struct Contexte {
    const dossier::DossierResolu& dossier;
    const programme::Appel& appel;
    const dossier::Referentiels& referentiels;
    core::Date jour_du_depot;  // in the time zone of the call
    std::string solution;      // core::fold of the project's solution; empty: unknown or none

    const dossier::Dossier& saisi() const { return *dossier.saisi; }
    bool applique(rules::RegleId regle) const {
        return appel.regle(regle).etat == programme::RegleAppel::Etat::appliquee;
    }
};

Contexte contexte_de(const dossier::DossierResolu& dossier, const programme::Appel& appel,
                     const dossier::Referentiels& referentiels);

// How the SONS order of an establishment stands beside the project's solution (RED-04, RED-05).
enum class CommandeSons { inconnue, aucune, meme_solution, autre_solution };
CommandeSons commande_sons(const Contexte& contexte, const dossier::Essms& essms);

// RED-05: a SONS order for the same solution makes the operation a version change.
programme::Regime regime_effectif(const Contexte& contexte, const dossier::Essms& essms);

const programme::SecteurAppel* secteur_de_l_appel(const programme::Appel& appel,
                                                  const dossier::EssmsResolu& essms);
bool est_saad(const programme::Appel& appel, const dossier::EssmsResolu& essms);

// A yes-or-no fact: null says "none", hence no.
enum class Reponse { oui, non, inconnue };
inline Reponse reponse(const dossier::Donnee<bool>& fait) {
    if (fait.inconnue()) return Reponse::inconnue;
    return fait.connue() && *fait ? Reponse::oui : Reponse::non;
}

// The facts about the project's solution; `nullptr` when unknown or none.
inline const dossier::Solution* solution_de(const Contexte& contexte) {
    const auto& solution = contexte.saisi().solution;
    return solution.connue() ? &*solution : nullptr;
}

}  // namespace grappe::recevabilite
