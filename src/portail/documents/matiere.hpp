// Matière: what a dossier gives to the models: facts, establishments, bodies, in French words.
#pragma once

#include <string>
#include <vector>

#include "portail/documents/planning.hpp"
#include "portail/socle/verification.hpp"
#include "portail/teleservice/dossier_du_porteur.hpp"
#include "rules/fait.hpp"

namespace grappe::documents {

using Rangees = std::vector<std::vector<std::string>>;

struct SourceDesModeles {
    const socle::Verifie& verifie;
    const teleservice::Dossier& dossier;
    const rules::Phrases& phrases;
    core::Instant maintenant;
};

struct Matiere {
    rules::Faits faits;  // porteur, siret, appel, guichet, essms, organismes, solution, total…
    std::string appel;
    Rangees essms;       // rank, FINESS ET, name, town, FINESS EJ, sector, regime
    Rangees organismes;  // FINESS EJ, name, number of establishments in the dossier
};

Matiere matiere_de(const SourceDesModeles& source);

// What stands where the dossier says nothing yet: "[à compléter : …]".
std::string manquant(const rules::Phrases& phrases, std::string_view quoi);

// The name that the register gives, or that of the dossier's body.
std::string nom_de(const dossier::EssmsResolu& essms);

}  // namespace grappe::documents
