// What the study found, said in the sentences of locale/fr.txt.
#pragma once

#include <string>
#include <vector>

#include "portail/proposition/etude.hpp"
#include "rules/phrases.hpp"

namespace grappe::proposition {

// "l'enveloppe de 630 000,00 €", "la part d'au moins 12,5 % pour secteur « PA »".
std::string nommer(const rules::Phrases& phrases, const Demande& demande, const Regle& regle);

std::string dire(const rules::Phrases& phrases, const Proposition& proposition);
std::string dire(const rules::Phrases& phrases, const Demande& demande, const Effet& effet);
std::string dire(const rules::Phrases& phrases, const Entree& entree);
std::string dire(const rules::Phrases& phrases, const std::string& numero,
                 const EntreeParEnveloppe& entree);
// First the rules that clash, then what each must give up.
std::vector<std::string> dire(const rules::Phrases& phrases, const Demande& demande,
                              const Impossibilite& impossibilite);

}  // namespace grappe::proposition
