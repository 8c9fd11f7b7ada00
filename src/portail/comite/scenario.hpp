// Scénario: a named set of dossiers that a committee would retain, and what tells two of them
// apart. The committee decides; a scenario only shows.
#pragma once

#include "portail/comite/candidat.hpp"
#include "rules/phrases.hpp"

namespace grappe::comite {

struct Total {
    int dossiers = 0, essms = 0;
    core::Money montant{};
};
Total total(const std::vector<Candidat>& candidats, const std::vector<std::string>& retenus);

// What is before the committee, with what it looks at beside: read once for many scenarios.
struct Monde {
    const std::vector<Candidat>& candidats;
    const std::vector<Element>& portefeuille;
    core::Money enveloppe;  // what can be retained at most
};

// A group as people read it: a sector, a department, a legal status.
std::string cle_dite(Genre genre, const std::string& cle, const rules::Phrases& phrases);

// In plain French: dossiers on one side only, amounts, shares that move, the envelope. Pure.
std::vector<std::string> differences(const Monde& monde, const Scenario& avant,
                                     const Scenario& apres, const rules::Phrases& phrases);

struct NouveauScenario {
    Vise vise;
    std::string_view nom;
    std::vector<std::string> retenus;
    bool choisi = false;  // the one that opinions are compared with
    Origine origine = Origine::guichet;
};
// Replaces that of the same name. Codes of `ouvrir`, "comite.scenario_nom", "comite.interet"
// (Reason::forbidden: of a proposal, for whom a dossier of the committee concerns),
// "comite.scenario_dossier" (the detail names those that the committee does not look at).
core::Result<Scenario> ecrire(storage::Writer& db, const Demandeur& qui,
                              const NouveauScenario& nouveau, const socle::Moyens& regles);

// The one that was chosen last; null: none was.
const Scenario* scenario_choisi(const std::vector<Scenario>& scenarios);
// The proposal that was kept last; null: none was. Several may be kept to be compared.
const Scenario* derniere_proposition(const std::vector<Scenario>& scenarios);

}  // namespace grappe::comite
