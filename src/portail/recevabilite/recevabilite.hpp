// Receivability: who counts, at which desk, in which window, and the finding of every rule of
// ELIG, GRP, RED, SOL, DESK, CAL, DOC. Catalogue 1.1 to 1.7; one rule family a file. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/dossier/resolution.hpp"
#include "portail/programme/appel.hpp"
#include "portail/subvention/subvention.hpp"
#include "rules/constat.hpp"

namespace grappe::recevabilite {

struct Exclusion {
    int ligne;
    std::string_view finess_et;
    rules::RegleId regle;  // the first failing rule, catalogue order
};

struct Guichet {
    programme::Niveau niveau;    // regional or national
    std::string_view financeur;  // `libelle` of the ARS, or "National (CNSA - PAI Numérique)"
    std::vector<std::string> regions;  // ascending, those of the counted ESSMS
};

struct FenetreDeDepot {
    const programme::Fenetre* fenetre;
    bool a_temps;
};

struct Recevabilite {
    std::vector<subvention::EssmsCompte> comptes;  // input order
    std::vector<Exclusion> exclus;                 // input order
    std::optional<Guichet> guichet;                // empty: no ESSMS counts, or the texts name none
    std::optional<FenetreDeDepot> fenetre;
    std::vector<rules::Constat> constats;  // catalogue order, then dossier, then input order
    bool bloque;                           // a blocking rule is NON_CONFORME
};

// Rules whose failure makes the dossier irrecevable (contract portail-check, "Blocking").
bool bloquante(rules::RegleId regle);

Recevabilite examiner(const dossier::DossierResolu& dossier, const programme::Appel& appel,
                      const dossier::Referentiels& referentiels);

}  // namespace grappe::recevabilite
