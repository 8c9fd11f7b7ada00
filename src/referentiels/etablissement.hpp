// An establishment as the register knows it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/date.hpp"
#include "core/finess.hpp"

namespace grappe::referentiels {

// Texts are as printed by FINESS; empty means absent in the source.
struct Etablissement {
    core::Finess finess_et;
    std::string finess_ej{};
    std::string raison_sociale{};
    std::string adresse{};      // always empty for category 462: sometimes a private home
    std::string code_postal{};  // idem
    std::string commune{};      // town name
    std::string categorie{};    // "500"
    std::string libelle_categorie{};
    std::string agregat{};  // "4401"
    std::string siret{};
    std::string departement{};  // COG code of the location: "33", "2A", "971"
    std::string region{};       // COG code: "75"
    std::optional<core::Date> ouvert_le{};
    std::optional<core::Date> ferme_le{};  // set when closed, or when it left the register
    // Micro-degrees WGS 84; absent for category 462.
    std::optional<std::int32_t> latitude_e6;
    std::optional<std::int32_t> longitude_e6;

    bool operator==(const Etablissement&) const = default;
};

}  // namespace grappe::referentiels
