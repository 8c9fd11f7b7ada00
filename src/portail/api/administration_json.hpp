// What an administrator's routes answer.
#pragma once

#include <string>
#include <vector>

#include "portail/administration/champs.hpp"
#include "portail/administration/recherche.hpp"

namespace grappe::api {

std::string intervention_json(const teleservice::Intervention& intervention,
                              const rules::Phrases& phrases);
// The elements of a list, with its brackets.
std::string interventions_json(const std::vector<teleservice::Intervention>& interventions,
                               const rules::Phrases& phrases);

std::string trouves_json(const std::vector<administration::DossierTrouve>& trouves);
std::string situation_json(const administration::Situation& situation,
                           const rules::Phrases& phrases);

// Every path; the value of the one that is asked only: an administrator reads no dossier.
std::string champs_json(const std::vector<administration::Champ>& champs, std::string_view demande);

}  // namespace grappe::api
