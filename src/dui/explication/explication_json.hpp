// Explanations as JSON, for commands and API alike: docs/indicateurs.md tells its members.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dui/explication/expose.hpp"
#include "dui/explication/filtre.hpp"

namespace grappe::explication {

// Every record of each indicator.
std::string en_json(const Expose& expose, const indicateur::Lecture& lecture);

// The records that a filter keeps, a page of them; pages are counted from 1.
struct Feuillet {
    Filtre filtre;
    std::int64_t page = 1, taille = 100;
};
// Of an exposé of one indicator: its records of that page, then how many there are in all.
std::string en_json(const Expose& expose, const indicateur::Lecture& lecture,
                    const Feuillet& feuillet);

// The table of establishments, each indicator with a target under the three readings; those of the
// total with their forecast.
struct Ensemble {
    const std::vector<indicateur::Compte>& comptes;
    const indicateur::Lecture& lecture;
    std::function<std::optional<Prevision>(usage::Indicateur)> prevision;
};
std::string en_json(const Ensemble& ensemble);

// One person's record wherever it is known, under every indicator.
struct DossierPartout {
    std::string personne, regle;
    std::vector<std::pair<std::string, DossierLu>> etablissements;  // by FINESS ET
};
std::string en_json(const DossierPartout& dossier, const indicateur::Lecture& lecture);

}  // namespace grappe::explication
