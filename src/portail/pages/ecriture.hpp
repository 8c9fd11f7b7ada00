// Écriture: days, hours and delays in French, the same on every page.
#pragma once

#include <string>
#include <string_view>

#include "core/instant.hpp"
#include "portail/programme/calendrier.hpp"
#include "rules/phrases.hpp"

namespace grappe::pages {

const core::Zone& fuseau_de_paris();
std::string entier(std::int64_t nombre);                       // "95 333", thin spaces
std::string jour(core::Date date);                             // "24 mai 2024"
std::string moment(core::Instant instant, const core::Zone&);  // "24 mai 2024 à 23 h 59"
// The last moment before `ferme_le`: "24 mai 2024 à minuit", "30 juin 2024 à 17 h 00".
std::string cloture(core::Instant ferme_le, const core::Zone& fuseau);

enum class EtatFenetre { ouverte, a_venir, fermee };
EtatFenetre etat_de(const programme::Fenetre& fenetre, core::Instant instant);
std::string_view classe_de(EtatFenetre etat);  // of the style sheet

// "ferme dans 12 jours", "ouvre dans 3 jours", "fermée depuis 2 ans".
std::string rebours(const programme::Fenetre& fenetre, core::Instant instant,
                    const rules::Phrases& phrases);

// A code of fr.txt, or `sinon` when no sentence has it.
std::string etiquette(const rules::Phrases& phrases, std::string_view code, std::string_view sinon);

}  // namespace grappe::pages
