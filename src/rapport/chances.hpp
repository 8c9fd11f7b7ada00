// Chances: how likely a draw is to meet at least one of k invented records, exactly enough.
#pragma once

#include <cstdint>

namespace grappe::rapport {

struct Controle {
    std::int64_t feuilles;   // N
    std::int64_t inventees;  // k
    std::int64_t tirees;     // n
};

// 1 - C(N-k, n) / C(N, n), in millionths, rounded down: never better than it is.
std::int64_t millioniemes_de_voir(const Controle& controle);

}  // namespace grappe::rapport
