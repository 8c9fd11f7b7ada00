// Avance: the half paid at the signature of the agreement, to the cent, per line and in total.
// Catalogue PAY-01, FIN-12, AMB-19 and section 2.6; AAP Nouvelle-Aquitaine 2024, §4.5.1. Pure.
#pragma once

#include <vector>

#include "portail/programme/appel.hpp"
#include "portail/solde/accorde.hpp"

namespace grappe::solde {

// The specific aid follows real expense, the flats do not: their cents are told apart.
struct Part {
    Money forfaits, specifique;

    Money total() const { return forfaits + specifique; }
    bool operator==(const Part&) const = default;
};

// The total is rounded down to the cent; the lines share it by largest remainder and sum to it.
struct Avance {
    Part total;
    std::vector<Part> lignes;  // as in Accorde

    bool operator==(const Avance&) const = default;
};

// All zero when the call does not say which part is advanced.
Avance avancer(const Accorde& accorde, const programme::Appel& appel);

// An advance whose sum stands, whatever was computed since: shared as what is granted now, which it
// does not exceed.
Avance repartir_l_avance(const Accorde& accorde, Money montant);

}  // namespace grappe::solde
