// Raisons: why a dossier is judged otherwise, in French sentences. Pure.
#pragma once

#include <string>
#include <vector>

#include "portail/repetition/repetition.hpp"

namespace grappe::repetition {

struct Deux {
    Jugee avant, apres;
    const Replique& replique;
    const std::vector<ValeurChangee>& changees;
};
// The outcome, the desk, the window, the amount, then the values of the call and the rules that
// made it so. Empty: nothing that a person would see differs.
std::vector<std::string> raisons(const Deux& deux, const rules::Phrases& phrases);

std::string montant_en_mots(const std::optional<core::Money>& montant,
                            const rules::Phrases& phrases);
std::string issue_en_mots(analyse::IssueDossier issue, const rules::Phrases& phrases);

}  // namespace grappe::repetition
