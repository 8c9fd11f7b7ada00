// Fuzz target: any bytes as gzip.
#include <cstddef>
#include <cstdint>

#include "referentiels/lecture_eprouvee.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view octets{reinterpret_cast<const char*>(data), size};
    grappe::referentiels::eprouver(std::string{"\x1F\x8B"}.append(octets));
    return 0;
}
