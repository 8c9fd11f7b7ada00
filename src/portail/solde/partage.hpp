// Partage: money shared among the lines, in the way of portail/subvention (largest remainder).
#pragma once

#include <string_view>
#include <vector>

#include "portail/solde/accorde.hpp"
#include "portail/subvention/partage.hpp"

namespace grappe::solde {

inline std::vector<std::string_view> cles_de(const Accorde& accorde) {
    std::vector<std::string_view> cles;
    for (const auto& ligne : accorde.lignes) cles.push_back(ligne.finess_et);
    return cles;
}

inline std::vector<Money> en_argent(const std::vector<std::int64_t>& cents) {
    std::vector<Money> montants;
    for (const auto un : cents) montants.push_back(Money::cents(un));
    return montants;
}

inline std::vector<Money> partager(Money total, const std::vector<subvention::Quotient>& quotients,
                                   const std::vector<std::string_view>& cles) {
    return en_argent(
        subvention::parts({.total = total.in_cents(), .quotients = quotients, .cles = cles}));
}

// In proportion to `poids`, whose sum is not below `total`: no share is above its weight.
inline std::vector<Money> partager_selon(Money total, const std::vector<Money>& poids,
                                         const std::vector<std::string_view>& cles) {
    std::vector<std::int64_t> cents;
    for (const auto un : poids) cents.push_back(un.in_cents());
    if (total == Money{}) return std::vector<Money>(poids.size());
    return en_argent(subvention::parts_proportionnelles(total.in_cents(), cents, cles));
}

}  // namespace grappe::solde
