// The calls as text: the table of all with what is open, and one call with every value and source.
#pragma once

#include <string>

#include "portail/programme/chargement.hpp"
#include "rules/phrases.hpp"

namespace grappe::rendu {

enum class EtatAppel { ouvert, a_venir, clos, non_defini };
constexpr auto names(EtatAppel) {
    using enum EtatAppel;
    return std::to_array<core::Named<EtatAppel>>(
        {{ouvert, "ouvert"}, {a_venir, "a_venir"}, {clos, "clos"}, {non_defini, "non_defini"}});
}

// Is any window of the call open at that instant? non_defini: the call gives no date.
EtatAppel etat_au(const programme::Appel& appel, core::Instant instant);
bool ouverte_au(const programme::Fenetre& fenetre, core::Instant instant);

std::string appels_texte(const programme::Appels& appels, core::Instant instant,
                         const rules::Phrases& phrases);
std::string appel_texte(const programme::AppelCharge& charge, core::Instant instant,
                        const rules::Phrases& phrases);

}  // namespace grappe::rendu
