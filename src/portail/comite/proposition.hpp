// Use case: the best set of dossiers under the rules that a committee states, with its proof. It
// becomes a scenario; the committee decides (SEL-08: the points are its own).
#pragma once

#include "portail/comite/scenario.hpp"
#include "portail/proposition/dire.hpp"

namespace grappe::comite {

// As stated. A dossier is named by its id or by the number of its receipt.
struct Enonce {
    std::optional<core::Money> enveloppe{};        // empty: what the committee can still retain
    std::map<std::string, std::int64_t> points{};  // none at all: each dossier counts for one
    std::vector<proposition::PartMinimale> parts_minimales{};
    std::vector<std::string> imposes{}, exclus{};
};

struct Etude {
    proposition::Demande demande;
    proposition::Proposition proposition;
    std::vector<proposition::Effet> effets;    // of a proposal that is proved
    std::vector<proposition::Entree> entrees;  // idem
    std::optional<proposition::Impossibilite> impossibilite;
    std::vector<std::string> retenus;  // ids of dossiers
};

struct ACalculer {
    Vise vise;
    const Enonce& enonce;
};
// Reads, then computes: nothing is written. Codes of `demander_ouvert`, "comite.scenario_dossier"
// (the detail is a dossier that the committee does not look at), "proposition.*" (the first fault).
core::Result<Etude> etudier(storage::Reader& db, const Demandeur& qui, const ACalculer& a_calculer,
                            const socle::Moyens& regles);

}  // namespace grappe::comite
