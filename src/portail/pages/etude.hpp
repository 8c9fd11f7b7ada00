// Étude: what the typed facts give. When some cannot be read, the answer is computed without them
// and says so: the visitor sees both the fault and the figure.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "portail/pages/saisie.hpp"
#include "portail/pages/services.hpp"

namespace grappe::pages {

struct Etude {
    Saisie saisie;
    std::vector<dossier::Faute> fautes;    // of the facts as typed
    std::vector<std::string> mis_de_cote;  // paths left out of the answer
    bool siret_suppose = false;            // no readable SIRET: ELIG-04 says nothing
    bool deposee = false;  // its window is no more a question, nor the day of its deposit
    std::unique_ptr<const socle::Verifie> verifie;  // null: nothing to judge yet

    bool provisoire() const { return !fautes.empty(); }
};

// The call named by the facts, as it stands at their date; the first one when none is named.
const programme::Appel& appel_de(const Services& services, const Saisie& saisie);

// Fills what a new form would hold: the call and the date of deposit.
void completer(const Services& services, Saisie& saisie);

Etude etudier(const Services& services, Saisie saisie);

// A required fact that was never typed.
bool est_absent(const dossier::Faute& faute);

// `texte` with the sentences of a fault: what is wrong, then how to mend it.
std::string phrase_de(const rules::Phrases& phrases, const dossier::Faute& faute);
std::string remede_de(const rules::Phrases& phrases, const dossier::Faute& faute);

}  // namespace grappe::pages
