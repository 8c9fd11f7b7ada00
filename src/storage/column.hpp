// How a type is written in a column and read back: TEXT or BIGINT, by one rule for each family.
#pragma once

#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/instant.hpp"
#include "core/money.hpp"
#include "core/named.hpp"
#include "core/result.hpp"
#include "storage/statement.hpp"

namespace grappe::storage {

// One cell as the driver gives it; a view lives until the next row.
class Cell {
public:
    virtual ~Cell() = default;
    virtual bool is_null() const = 0;
    virtual std::string_view text() const = 0;
    virtual std::int64_t integer() const = 0;
};

template <class T>
concept ParsedText = requires(const T& value, std::string_view text) {
    { T::parse(text) } -> std::same_as<core::Result<T>>;
    { value.text() } -> std::convertible_to<std::string>;
};

template <class T>
concept NamedEnum = std::is_enum_v<T> && requires(T value) {
    names(value);
};

template <class T>
struct Column;

template <std::integral T>
struct Column<T> {
    static Value write(T value) { return static_cast<std::int64_t>(value); }
    static T read(const Cell& cell) {
        const auto value = cell.integer();
        if (!std::in_range<T>(value)) throw Failure{"stored integer out of range"};
        return static_cast<T>(value);
    }
};

template <>
struct Column<bool> {
    static Value write(bool value) { return std::int64_t{value}; }
    static bool read(const Cell& cell) { return cell.integer() != 0; }
};

template <>
struct Column<std::string> {
    static Value write(const std::string& value) { return std::string_view{value}; }
    static std::string read(const Cell& cell) { return std::string{cell.text()}; }
};

template <>
struct Column<std::string_view> {
    static Value write(std::string_view value) { return value; }
    static std::string_view read(const Cell& cell) { return cell.text(); }
};

template <>
struct Column<core::Money> {
    static Value write(core::Money value) { return value.in_cents(); }
    static core::Money read(const Cell& cell) { return core::Money::cents(cell.integer()); }
};

template <>
struct Column<core::Instant> {
    static Value write(core::Instant value) { return value.utc_text(); }
    static core::Instant read(const Cell& cell) {
        const auto instant = core::Instant::parse(cell.text());
        if (!instant) throw Failure{"stored instant unreadable"};
        return *instant;
    }
};

template <ParsedText T>
requires(!std::same_as<T, core::Money>) struct Column<T> {
    static Value write(const T& value) { return std::string{value.text()}; }
    static T read(const Cell& cell) {
        auto parsed = T::parse(cell.text());
        if (!parsed) throw Failure{"stored text unreadable: " + parsed.error().code};
        return std::move(parsed).value();
    }
};

template <NamedEnum T>
struct Column<T> {
    static Value write(T value) { return core::name_of(value); }
    static T read(const Cell& cell) {
        const auto value = core::named<T>(cell.text());
        if (!value) throw Failure{"stored name unknown: " + std::string{cell.text()}};
        return *value;
    }
};

template <class T>
struct Column<std::optional<T>> {
    static Value write(const std::optional<T>& value) {
        return value ? Column<T>::write(*value) : Value{};
    }
    static std::optional<T> read(const Cell& cell) {
        if (cell.is_null()) return std::nullopt;
        return Column<T>::read(cell);
    }
};

// A literal or a view is text.
template <class T>
Value value_of(const T& value) {
    if constexpr (std::is_convertible_v<const T&, std::string_view>)
        return std::string_view{value};
    else
        return Column<T>::write(value);
}

}  // namespace grappe::storage
