// Fuzz target: any bytes dropped as a list end as rows within their bounds or as a refusal.
#include <cstddef>
#include <cstdint>

#include "tableur/lignes_eprouvees.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* octets, std::size_t combien) {
    grappe::tableur::eprouver({reinterpret_cast<const char*>(octets), combien});
    return 0;
}
