// Statement: a named SQL text, the same for both engines; Value: what is bound to its `$n`.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

namespace grappe::storage {

// Two column types only: TEXT and BIGINT. `name` identifies the prepared statement of a connection.
struct Statement {
    std::string_view name;
    std::string_view sql;
};

// A view borrows its text until the statement has run.
using Value = std::variant<std::monostate, std::int64_t, std::string_view, std::string>;

// The database is lost, full, or holds what the program did not write: never a normal answer.
class Failure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Another writer was faster; `Base::write` tries again.
class Conflict : public Failure {
public:
    using Failure::Failure;
};

// The text of a Value that holds one. Neither engine keeps a NUL byte faithfully: refused here.
inline std::string_view text_of(const Value& value) {
    const auto* view = std::get_if<std::string_view>(&value);
    const auto text = view != nullptr ? *view : std::string_view{std::get<std::string>(value)};
    if (text.find('\0') != std::string_view::npos) throw Failure{"a text holds a NUL byte"};
    return text;
}

}  // namespace grappe::storage
