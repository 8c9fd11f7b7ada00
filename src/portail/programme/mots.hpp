// The closed words that a call and a dossier write alike.
#pragma once

#include <string_view>
#include <vector>

namespace grappe::programme {

// Families of Ségur referencing files (DSR) that a solution may hold: two of the medico-social
// field, one of the hospital.
inline const std::vector<std::string_view>& familles_dsr() {
    static const std::vector<std::string_view> mots{"MS1", "MS2", "HOP"};
    return mots;
}

// Who may finance an establishment.
inline const std::vector<std::string_view>& financeurs() {
    static const std::vector<std::string_view> mots{"assurance_maladie", "departement", "etat"};
    return mots;
}

}  // namespace grappe::programme
