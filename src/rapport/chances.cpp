// The hypergeometric law in whole numbers.
#include "rapport/chances.hpp"

#include <algorithm>

#include "core/ensure.hpp"
#include "core/int128.hpp"

namespace grappe::rapport {

using core::i128;

std::int64_t millioniemes_de_voir(const Controle& controle) {
    const auto [feuilles, inventees, tirees] = controle;
    core::ensure(feuilles > 0 && inventees >= 0 && inventees <= feuilles && tirees >= 0 &&
                     feuilles <= (std::int64_t{1} << 53),
                 "a control that can be");
    if (inventees == 0) return 0;
    if (tirees > feuilles - inventees) return 1'000'000;
    // C(N-k, n) / C(N, n) is the product of (N-n-i) / (N-i), i from 0 to k-1; and as well with k
    // and n changed. Each step is rounded up at the eighteenth decimal.
    constexpr i128 un = 1'000'000'000'000'000'000;
    const auto pas = std::min(inventees, tirees), retire = std::max(inventees, tirees);
    i128 manquer = un;
    for (std::int64_t i = 0; i < pas && manquer > 1; ++i) {
        const i128 bas = feuilles - i;
        manquer = (manquer * (bas - retire) + bas - 1) / bas;
    }
    constexpr i128 par_millionieme = un / 1'000'000;
    return static_cast<std::int64_t>((un - manquer) / par_millionieme);
}

}  // namespace grappe::rapport
