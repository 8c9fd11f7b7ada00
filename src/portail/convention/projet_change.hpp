// Projet changé: the facts of a dossier with the changes of its amendments. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portail/convention/avenant.hpp"
#include "portail/dossier/resolution.hpp"

namespace grappe::convention {

// A change that cannot be made: its rank among those asked for, and why. Codes
// "avenant.finess_inconnu" (no establishment of the project), "avenant.finess" (unreadable),
// "avenant.finess_deja" (it is of the project), "avenant.regime", "avenant.oui_non",
// "avenant.montant", "avenant.heures", "avenant.sans_heures" (a part, where no total is known),
// "avenant.heures_incompletes" (a part is said by nobody), "avenant.date", "avenant.deux_fois" (the
// same fact), "avenant.aucun_essms" (none is left).
struct FauteDeChangement {
    std::size_t rang;
    std::string code;
};

struct ProjetChange {
    dossier::Dossier projet;
    std::optional<core::Date> fin_deploiement{};
    std::vector<FauteDeChangement> fautes{};  // all of them
};

// A legal entity that leaves is every establishment of its own; each change keeps the rank of the
// one that was asked for.
struct Demande {
    Changement changement;
    std::size_t rang;
};
std::vector<Demande> developper(const std::vector<Changement>& demandes,
                                const dossier::DossierResolu& projet);

ProjetChange changer(dossier::Dossier projet, const std::vector<Demande>& demandes);

}  // namespace grappe::convention
