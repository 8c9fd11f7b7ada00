// Exact sharing of cents: quotients never reduced, sums rounded exactly, largest remainders.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/int128.hpp"

namespace grappe::subvention {

// A quantity of cents that need not be whole: numerateur >= 0, denominateur > 0.
struct Quotient {
    core::i128 numerateur = 0;
    core::i128 denominateur = 1;
};

std::int64_t arrondi_inferieur(const Quotient& quotient);
std::int64_t arrondi_demi_superieur(const Quotient& quotient);

// The exact sum, rounded half up once. Terms of unrelated denominators may leave 128 bits when
// added: a bounded fixed-point sum decides nearly always, exact big integers the rest.
std::int64_t somme_arrondie(std::span<const Quotient> termes);

// One share for each quotient: its whole part, then one cent more to the largest remainders until
// `total` is reached. Equal remainders follow `cles` (FINESS order). `total` is the exact sum,
// rounded to the cent either way.
struct PartageAuPlusFortReste {
    std::int64_t total;
    std::span<const Quotient> quotients;
    std::span<const std::string_view> cles;
};
std::vector<std::int64_t> parts(const PartageAuPlusFortReste& partage);

// `total` shared in proportion to `poids` (at least one above 0).
std::vector<std::int64_t> parts_proportionnelles(std::int64_t total,
                                                 std::span<const std::int64_t> poids,
                                                 std::span<const std::string_view> cles);

}  // namespace grappe::subvention
