// Réponse: an analysis ready for the pages, honest about the facts that were left out of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/pages/etude.hpp"
#include "portail/rendu/presentation.hpp"

namespace grappe::pages {

struct Reponse {
    const socle::Verifie& verifie;
    rendu::Sujet sujet;
    rendu::Presentation presentation;
    std::string issue_etat;  // class of the style sheet
    std::string issue_phrase;
    std::string provisoire;  // why the answer is not the last word; empty: it is
    std::string compte;  // "ferme dans 12 jours", at the moment of the deposit; "déposé" after it
    std::string guichet_raison;
};

// The study must hold an answer. In short: with what `rendu::presenter_en_bref` gives.
Reponse repondre_a(const Services& services, const Etude& etude);
Reponse repondre_en_bref(const Services& services, const Etude& etude);

std::string_view classe_de(rules::Issue issue);

// What would change the answer; of a deposited dossier, not the day of its deposit.
std::vector<const analyse::Seuil*> seuils_de(const Etude& etude);

}  // namespace grappe::pages
