// The list of one's dossiers, and the choice of a call for a new one.
#pragma once

#include "portail/espace/dossier_lu.hpp"
#include "web/page/vue.hpp"

namespace grappe::espace {

page::Vue vue_de_la_ligne(const Espace& espace, const DossierLu& lu);

// The words of a state, and the class of the style sheet.
std::string mots_de(const Espace& espace, teleservice::Statut statut);
std::string_view classe_de(teleservice::Statut statut);

// "ferme dans 12 jours, le 24 mai 2024 à minuit": the window of the dossier, else of its call.
struct Echeance {
    std::string compte, date;
};
Echeance echeance_de(const Espace& espace, const DossierLu& lu);

// "dans 15 jours, 27 mai 2024": when the desk wants its answer; empty: it asks nothing.
Echeance reponse_attendue(const Espace& espace, const DossierLu& lu);

}  // namespace grappe::espace
