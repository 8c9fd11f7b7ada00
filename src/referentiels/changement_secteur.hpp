// Use case: an administrator changes what the programme makes of a category, from a date on. Each
// change is a row: who, when, why, the old value and the new one. Nothing is overwritten.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/instant.hpp"
#include "referentiels/categories.hpp"
#include "storage/base.hpp"

namespace grappe::referentiels {

struct ChangementSecteur {
    int numero;
    std::string categorie;
    core::Date a_compter_du;
    std::optional<Secteur> secteur;
    Eligibilite eligibilite;
    std::optional<Secteur> ancien_secteur;
    Eligibilite ancienne_eligibilite;
    std::string par;
    std::string motif;
    core::Instant fait_le;
};

struct DemandeChangement {
    std::string categorie;
    core::Date a_compter_du;
    std::optional<Secteur> secteur;
    Eligibilite eligibilite;
    std::string par;
    std::string motif;
    core::Instant maintenant;
};

// In the order in which they were made.
std::vector<ChangementSecteur> changements(storage::Reader& db);

// The table at a day: the files of donnees/, then the changes that had taken effect. Pure.
Categories categories_au(const Categories& fichiers,
                         const std::vector<ChangementSecteur>& changements, core::Date jour);

// Refusals "secteur.categorie_inconnue" (neither in the nomenclature nor in the register),
// "secteur.secteur_requis" (only a category out of the programme may have none),
// "secteur.auteur_absent", "secteur.motif_absent", "secteur.sans_effet".
core::Result<ChangementSecteur> changer_secteur(storage::Base& base, const Categories& fichiers,
                                                const DemandeChangement& demande);

}  // namespace grappe::referentiels
