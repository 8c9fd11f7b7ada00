// Money: an amount in integer cents of euro. Overflow is a Bug, never a wrap.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/ensure.hpp"
#include "core/fraction.hpp"
#include "core/result.hpp"

namespace grappe::core {

class Money {
public:
    constexpr Money() = default;
    static constexpr Money cents(std::int64_t value) { return Money{value}; }
    static Money euros(std::int64_t value);
    // `[0-9]+(\.[0-9]{1,2})?`, at most 12 digits before the dot; codes "montant.forme",
    // "montant.trop_grand".
    static Result<Money> parse(std::string_view text);

    constexpr std::int64_t in_cents() const { return cents_; }
    std::string text() const;  // "1034000.00"

    Money operator+(Money other) const {
        std::int64_t sum = 0;
        ensure(!__builtin_add_overflow(cents_, other.cents_, &sum), "money sum overflows");
        return Money{sum};
    }
    Money operator-(Money other) const {
        std::int64_t difference = 0;
        ensure(!__builtin_sub_overflow(cents_, other.cents_, &difference),
               "money difference overflows");
        return Money{difference};
    }
    Money operator*(std::int64_t times) const;
    Money& operator+=(Money other) { return *this = *this + other; }
    constexpr auto operator<=>(const Money&) const = default;

private:
    explicit constexpr Money(std::int64_t value) : cents_{value} {}

    std::int64_t cents_ = 0;
};

Fraction exact_cents(Money amount, const Rate& share);      // in cents, not rounded
Money share_rounded_down(Money amount, const Rate& share);  // to the cent
Money share_rounded_half_up(Money amount, const Rate& share);

}  // namespace grappe::core
