// Departments, regions and regional health agencies (ARS): pure value, loaded once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace grappe::referentiels {

struct Departement {
    std::string code;  // COG: "33", "2A", "971"
    std::string nom;
    std::string region;           // COG code; "975", "977"… for a collectivity without region
    std::string prefixe_finess;   // "33", "2A", "9701"
    std::string code_historique;  // "33", "2A", "9A"
    bool corse_ou_outre_mer;      // the territories of the threshold 8 (AMB-31)
};

struct Ars {
    std::string code;     // ours
    std::string libelle;  // "ARS Nouvelle-Aquitaine", byte for byte
    std::vector<std::string> regions;
};

class Territoires {
public:
    Territoires(std::vector<Departement> departements, std::vector<Ars> ars);

    const Departement* departement(std::string_view code) const;
    const Departement* departement_de_prefixe(std::string_view prefixe_finess) const;
    const Departement* departement_historique(std::string_view code) const;
    const Ars* ars_de_region(std::string_view region) const;
    const std::vector<Departement>& departements() const { return departements_; }
    const std::vector<Ars>& ars() const { return ars_; }

private:
    std::string_view code_de(std::size_t place) const { return departements_[place].code; }

    std::vector<Departement> departements_;
    std::vector<std::size_t> par_code_;  // places of the departments, ascending codes
    std::vector<Ars> ars_;
};

// From the files cog/departements-*.csv and cog/ars.csv of the folder donnees/.
// Refusals "donnees.absentes", "donnees.colonne", "donnees.illisibles".
core::Result<Territoires> charger_territoires(const std::string& donnees);

}  // namespace grappe::referentiels
