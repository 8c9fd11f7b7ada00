// Recherche: an administrator finds a dossier and sees whose it is and where it stands, no content.
#pragma once

#include <string>
#include <vector>

#include "portail/administration/intervention.hpp"
#include "portail/instruction/instruction.hpp"
#include "portail/membres/membre.hpp"

namespace grappe::administration {

struct DossierTrouve {
    Dossier dossier;
    std::string nom;       // of its porteur
    std::string numero;    // of its receipt; empty: never deposited
    std::string courriel;  // of the porteur; empty: nobody accepted yet
};

// By the number of a receipt, the id of a dossier or the mail of a porteur, whole. Code
// "acces.interdit".
core::Result<std::vector<DossierTrouve>> chercher(storage::Reader& db, const Demandeur& qui,
                                                  std::string_view texte);

struct Situation {
    DossierTrouve trouve;
    std::vector<membres::Membre> membres;
    std::vector<instruction::Demande> demandes;  // open ones
    std::vector<Intervention> interventions;
    std::optional<core::Instant> ouvert_jusqu_au;
    std::string attendu;  // the address that was asked to become porteur; empty: none
};
// Codes "acces.interdit", "dossier.inconnu".
core::Result<Situation> situation(storage::Reader& db, const Demandeur& qui, std::string_view id);

}  // namespace grappe::administration
