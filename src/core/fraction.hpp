// Fraction: an exact rational number. Pro ratas and rates never pass through a floating type.
#pragma once

#include <compare>
#include <cstdint>

#include "core/int128.hpp"

namespace grappe::core {

// Always reduced, denominator positive. An operation whose result leaves 128 bits is a Bug.
class Fraction {
public:
    constexpr Fraction() = default;
    Fraction(i128 numerator, i128 denominator);
    static Fraction whole(std::int64_t value) { return {value, 1}; }

    i128 numerator() const { return numerator_; }
    i128 denominator() const { return denominator_; }

    Fraction operator+(const Fraction& other) const;
    Fraction operator-(const Fraction& other) const;
    Fraction operator*(const Fraction& other) const;
    Fraction operator/(const Fraction& other) const;  // a zero divisor is a Bug
    bool operator==(const Fraction&) const = default;
    std::strong_ordering operator<=>(const Fraction& other) const;

    std::int64_t rounded_down() const;     // towards minus infinity
    std::int64_t rounded_half_up() const;  // 1/2 goes up

private:
    i128 numerator_ = 0;
    i128 denominator_ = 1;
};

using Rate = Fraction;

}  // namespace grappe::core
