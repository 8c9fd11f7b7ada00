// Agreements, balances, expense statements and payments as JSON.
#pragma once

#include <string>

#include "portail/convention/coordonnees.hpp"
#include "portail/convention/papier.hpp"
#include "portail/convention/recouvrement.hpp"
#include "portail/convention/versement.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {

struct ConventionAEcrire {
    const convention::Sujet& sujet;
    const std::optional<convention::EtatDeDepenses>& depenses;
    const std::vector<std::string>& rapports;
    const std::vector<convention::Versement>& versements;
    const std::optional<convention::Coordonnees>& coordonnees;
    const std::vector<convention::PapierSigne>& papiers;
    const std::vector<convention::Recouvrement>& recouvrements;
};
std::string convention_json(const ConventionAEcrire& convention);

// The key `signatures` and its list: of an agreement, or of an amendment.
void ecrire_les_signatures(rendu::EcrivainJson& json,
                           const std::vector<convention::Signature>& signatures);

// What a write answers: what it made, and where the dossier stands.
std::string signature_json(const convention::Sujet& sujet);
std::string depenses_json(const convention::EtatDeDepenses& etat);
std::string coordonnees_json(const convention::Coordonnees& coordonnees);
std::string papier_json(const convention::PapierSigne& papier);
std::string recouvrement_json(const convention::Recouvrement& recouvrement);
std::string versement_json(const convention::Versement& versement);

std::string solde_json(const convention::SoldeCalcule& solde, const rules::Phrases& phrases);

}  // namespace grappe::api
