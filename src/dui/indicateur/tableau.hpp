// Tableau: the indicators of establishments and their total, under one reading, and their forms.
// Contract dui-indicateurs, "Output of indicateurs --json".
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dui/indicateur/comptage.hpp"
#include "usage/regle_d_usage.hpp"

namespace grappe::indicateur {

// One indicator as it is told. Those without a target count in the window and since the first line.
struct Resultat {
    usage::Indicateur indicateur;
    usage::Mesure mesure;
    std::optional<int> cible;
    std::int64_t depuis_le_debut = 0;

    std::optional<bool> atteinte() const { return cible ? mesure.atteinte(*cible) : std::nullopt; }
};

struct Ligne {
    std::string finess_et;  // empty: the total
    std::vector<Resultat> resultats;
};

struct Tableau {
    usage::Fenetre fenetre;
    usage::Denominateur lecture;
    std::vector<Ligne> etablissements;
    Ligne total;
};

struct Lecture {
    usage::Fenetre fenetre;
    usage::Parametres parametres;
    usage::Denominateur denominateur;
};

Tableau tableau(const std::vector<Compte>& comptes, const Lecture& lecture);

std::string en_json(const Resultat& resultat);
std::string en_json(const Tableau& tableau);

// The same with further members of each indicator: `, "lectures": {…}`, or nothing.
using Complement = std::function<std::string(const Ligne& ligne, const Resultat& resultat)>;
std::string en_json(const Tableau& tableau, const Complement& complement);

}  // namespace grappe::indicateur
