// Conflits: two people wrote from the same version: which fields did each of them change? Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grappe::teleservice {

// A field that the version in place changed since the common one. Values are JSON texts; empty:
// the field is not there.
struct Ecart {
    std::string chemin;  // "porteur.raison_sociale"
    std::optional<std::string> depart;
    std::optional<std::string> en_place;
    std::optional<std::string> propose;

    // The proposed text changed it too, and otherwise: somebody has to choose.
    bool en_conflit() const { return propose != depart && propose != en_place; }
};

// The three texts are JSON. In the order of the paths.
std::vector<Ecart> ecarts(std::string_view depart, std::string_view en_place,
                          std::string_view propose);

}  // namespace grappe::teleservice
