// For the tests: an open EHPAD of Gironde under that number, of which a test changes what it needs.
#pragma once

#include <string>

#include "referentiels/etablissement.hpp"

namespace grappe::referentiels {

inline Etablissement etablissement_pour_tests(const std::string& numero) {
    return {.finess_et = core::Finess::parse(numero).value(),
            .finess_ej = "330780081",
            .raison_sociale = "EHPAD LES ESSAIS",
            .code_postal = "33000",
            .commune = "BORDEAUX",
            .categorie = "500",
            .agregat = "4401",
            .departement = "33",
            .region = "75",
            .latitude_e6 = {},
            .longitude_e6 = {}};
}

}  // namespace grappe::referentiels
