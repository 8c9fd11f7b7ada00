// Fuzz target: any bytes dropped as a list end as rows or as a refusal.
#include <cstddef>
#include <cstdint>

#include "tableur/lignes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* octets, std::size_t combien) {
    const auto lignes =
        grappe::tableur::lire_lignes({reinterpret_cast<const char*>(octets), combien});
    return lignes && lignes->size() > grappe::tableur::lignes_au_plus ? 1 : 0;
}
