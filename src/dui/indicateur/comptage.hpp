// Counting of the usage indicators from the columns: same definitions as usage::evaluer, for
// thousands of records at once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dui/colonnes/colonnes.hpp"
#include "usage/compteurs.hpp"
#include "usage/fenetre.hpp"

namespace grappe::indicateur {

// The measured day as the columns hold days and instants.
struct Bornes {
    explicit Bornes(const usage::Fenetre& fenetre);

    std::int64_t premier_jour, jour;  // of the window; the measured day, left out
    std::int64_t ouvre, ferme;        // in seconds
    std::int64_t premier_janvier;     // of the year of the measured day
};

// Until which act of recording facts are known; colonnes::toujours - 1: all of them.
using Acte = std::uint32_t;

// What one record adds.
usage::Compteurs compter(const colonnes::Plages& dossier, const Bornes& bornes, Acte connu);

struct Compte {
    std::string finess_et;
    usage::Compteurs compteurs;
};

// Every establishment that a line known by then names, zeros included, ascending. Two threads.
std::vector<Compte> compter(const colonnes::Colonnes& tout, const Bornes& bornes, Acte connu);

}  // namespace grappe::indicateur
