// Persons found as JSON: for the API and the command.
#pragma once

#include "dui/annuaire/annuaire.hpp"

namespace grappe::annuaire {

// The word of the state of a person's identity, which is kept elsewhere.
using EtatDe = std::function<std::string_view(const std::string& personne)>;

std::string en_json(const Reponse& reponse, const EtatDe& etat);
std::string en_json(const std::vector<Doublon>& doublons, const EtatDe& etat);

}  // namespace grappe::annuaire
