// The JSON of an examination: verdicts, requests, answers, appreciations, decisions, points.
#pragma once

#include <string>

#include "portail/api/dossiers_json.hpp"
#include "portail/instruction/examen.hpp"
#include "portail/instruction/niveau.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {

// Keys of the object of a dossier: what its readers see of the examination.
void ecrire_echanges(rendu::EcrivainJson& json, const instruction::Echanges& echanges);

std::string verdict_json(const instruction::Verdict& verdict, teleservice::Statut statut);
std::string demande_json(const instruction::Demande& demande, teleservice::Statut statut);
std::string appreciation_json(const instruction::Appreciation& appreciation);
std::string decision_json(const instruction::Decision& decision, teleservice::Statut statut);
std::string reponse_json(const instruction::Reponse& reponse);
std::string note_json(const instruction::Note& note);
std::string niveau_json(const teleservice::InstructionNationale& acte);
std::string niveaux_json(const std::vector<instruction::DossierAuNational>& dossiers);
// A key of an object: what desks said of who examines a dossier.
void ecrire_les_niveaux(rendu::EcrivainJson& json,
                        const std::vector<teleservice::InstructionNationale>& actes);

// What the desk sees beside the dossier: points, assignment, notes.
std::string examen_json(const instruction::Examen& examen,
                        const std::vector<instruction::Note>& notes);

}  // namespace grappe::api
