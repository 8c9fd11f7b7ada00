// Fuzz target: any bytes as rows; what is read never leaves the text nor its bounds.
#include <cstddef>
#include <cstdint>

#include "core/csv.hpp"
#include "core/ensure.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    constexpr grappe::core::CsvLimits limits{.row = 2000, .fields = 40};
    grappe::core::CsvReader reader{text, grappe::core::csv_separator(text), limits};
    std::int64_t line = 0;
    for (;;) {
        const auto more = reader.next();
        if (more && !*more) break;
        grappe::core::ensure(reader.line() > line, "lines go forward");
        line = reader.line();
        if (!more) continue;
        std::size_t read = 0;
        for (const auto field : reader.fields()) read += field.size();
        grappe::core::ensure(!reader.fields().empty(), "a row has a field");
        grappe::core::ensure(reader.fields().size() <= limits.fields, "bounded fields");
        grappe::core::ensure(read <= reader.row().size(), "fields come from the row");
        grappe::core::ensure(reader.row().size() <= limits.row, "bounded row");
    }
    return 0;
}
