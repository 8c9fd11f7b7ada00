// Fuzz target: decoding and folding of any bytes.
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/ensure.hpp"
#include "core/finess.hpp"
#include "core/iban.hpp"
#include "core/nir.hpp"
#include "core/siret.hpp"
#include "core/texte.hpp"

namespace core = grappe::core;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto text = core::to_utf8(bytes);
    core::ensure(core::is_utf8(text), "to_utf8 gives UTF-8");
    const auto folded = core::fold(text);
    core::ensure(core::is_utf8(folded), "folding keeps UTF-8");
    core::ensure(core::fold(folded) == folded, "folding twice changes nothing");
    core::ensure(core::is_utf8(core::cut(text, size / 2)), "a cut keeps UTF-8");
    (void)core::fold(bytes);
    (void)core::cut(bytes, size / 2);

    if (const auto finess = core::Finess::parse_lenient(bytes))
        core::ensure(*core::Finess::parse(finess->text()) == *finess, "a printed number is read");
    (void)core::Siret::parse_lenient(bytes);
    (void)core::Nir::parse_lenient(bytes);
    (void)core::Iban::parse_lenient(bytes);
    return 0;
}
