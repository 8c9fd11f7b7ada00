// Fuzz target: the legacy files cs1100502 and cs1100507, after their first line.
#include <cstddef>
#include <cstdint>

#include "referentiels/lecture_eprouvee.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view octets{reinterpret_cast<const char*>(data), size};
    grappe::referentiels::eprouver(std::string{"finess;etalab;1;2026-01-01\n"}.append(octets));
    return 0;
}
