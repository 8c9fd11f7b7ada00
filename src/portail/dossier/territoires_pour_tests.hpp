// A few departments and regions for the tests of this module.
#pragma once

#include "referentiels/territoires.hpp"

namespace grappe::dossier {

inline referentiels::Territoires territoires_pour_tests() {
    return {{{"33", "Gironde", "75", "33", "33", false},
             {"17", "Charente-Maritime", "75", "17", "17", false},
             {"75", "Paris", "11", "75", "75", false},
             {"2A", "Corse-du-Sud", "94", "2A", "2A", true},
             {"971", "Guadeloupe", "01", "9701", "9A", true}},
            {{"ARS-75", "ARS Nouvelle-Aquitaine", {"75"}},
             {"ARS-11", "ARS Île-de-France", {"11"}},
             {"ARS-94", "ARS Corse", {"94"}},
             {"ARS-01", "ARS Guadeloupe, Saint-Martin, Saint-Barthélemy", {"01", "977", "978"}}}};
}

}  // namespace grappe::dossier
