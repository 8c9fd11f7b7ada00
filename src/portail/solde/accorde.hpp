// Accordé: what a dossier was granted, line by line and aid by aid. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portail/subvention/subvention.hpp"

namespace grappe::solde {

using core::Money;

// The flats are usage and equipement; the specific aid is materiel and amoa (FIN-06, FIN-07).
struct Aides {
    Money usage, equipement, materiel, amoa;

    Money forfaits() const { return usage + equipement; }
    Money specifique() const { return materiel + amoa; }
    Money total() const { return forfaits() + specifique(); }
    Aides& operator+=(const Aides& autres);
};

struct LigneAccordee {
    std::string finess_et;
    std::string secteur;                // "PA"; empty: unknown
    std::optional<bool> eligible_sons;  // empty: unknown
    Aides aides;
    std::optional<Money> devis_materiel;
};

struct Accorde {
    std::vector<LigneAccordee> lignes;  // one an establishment
    std::optional<Money> devis_amoa;

    Aides total() const;
};

// `subvention` was computed on that dossier.
Accorde accorde_de(const subvention::Subvention& subvention, const dossier::DossierResolu& dossier);

}  // namespace grappe::solde
