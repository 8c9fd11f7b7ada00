// Écriture: the windows of a call as the pages say them, beside what every page writes.
#pragma once

#include <string>
#include <string_view>

#include "core/instant.hpp"
#include "portail/programme/calendrier.hpp"
#include "rules/phrases.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::pages {

using page::entier;
using page::etiquette;
using page::jour;
using page::moment;

// The last moment before `ferme_le`: "24 mai 2024 à minuit", "30 juin 2024 à 17 h 00".
std::string cloture(core::Instant ferme_le, const core::Zone& fuseau);

enum class EtatFenetre { ouverte, a_venir, fermee };
EtatFenetre etat_de(const programme::Fenetre& fenetre, core::Instant instant);
std::string_view classe_de(EtatFenetre etat);  // of the style sheet

// "ferme dans 12 jours", "ouvre dans 3 jours", "fermée depuis 2 ans".
std::string rebours(const programme::Fenetre& fenetre, core::Instant instant,
                    const rules::Phrases& phrases);

}  // namespace grappe::pages
