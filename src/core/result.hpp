// Result: a value or a refusal, names as in std::expected, which g++ 12 lacks in C++20.
#pragma once

#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/ensure.hpp"

namespace grappe::core {

enum class Reason {
    invalid,
    not_found,
    forbidden,
    conflict,
    rule_not_met,
    too_large,
    unavailable,
    unauthenticated,
    too_many,
    gone
};

// A normal answer that is not the one hoped for. `code` is stable, dotted and documented in
// locale/fr.txt; `detail` is the offending place or value, never personal data.
struct Refusal {
    Reason reason;
    std::string code;
    std::string detail;

    bool operator==(const Refusal&) const = default;
};

inline Refusal refuse(Reason reason, std::string code, std::string detail = {}) {
    return {reason, std::move(code), std::move(detail)};
}

template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : content_{std::in_place_index<0>, std::move(value)} {}
    Result(Refusal refusal) : content_{std::in_place_index<1>, std::move(refusal)} {}

    bool has_value() const { return content_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T& value() const& { return checked(), std::get<0>(content_); }
    T&& value() && { return checked(), std::get<0>(std::move(content_)); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    const Refusal& error() const { return std::get<1>(content_); }

    template <class F>
    auto and_then(F&& next) const& -> std::invoke_result_t<F, const T&> {
        if (!has_value()) return error();
        return std::forward<F>(next)(value());
    }

    template <class F>
    auto transform(F&& next) const& -> Result<std::invoke_result_t<F, const T&>> {
        if (!has_value()) return error();
        return std::forward<F>(next)(value());
    }

private:
    void checked() const { ensure(has_value(), "value() of a refusal"); }

    std::variant<T, Refusal> content_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Refusal refusal) : refusal_{std::move(refusal)} {}

    bool has_value() const { return std::holds_alternative<std::monostate>(refusal_); }
    explicit operator bool() const { return has_value(); }
    const Refusal& error() const { return std::get<Refusal>(refusal_); }

private:
    std::variant<std::monostate, Refusal> refusal_;
};

}  // namespace grappe::core
