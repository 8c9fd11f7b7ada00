// Exact rational arithmetic with overflow as a Bug.
#include "core/fraction.hpp"

#include <limits>

#include "core/ensure.hpp"

namespace grappe::core {
namespace {

i128 gcd(i128 a, i128 b) {
    while (b != 0) {
        const i128 rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

i128 times(i128 a, i128 b) {
    i128 product = 0;
    ensure(!__builtin_mul_overflow(a, b, &product), "fraction product overflows");
    return product;
}

i128 plus(i128 a, i128 b) {
    i128 sum = 0;
    ensure(!__builtin_add_overflow(a, b, &sum), "fraction sum overflows");
    return sum;
}

std::int64_t narrow(i128 value) {
    ensure(value >= std::numeric_limits<std::int64_t>::min() &&
               value <= std::numeric_limits<std::int64_t>::max(),
           "fraction does not fit 64 bits");
    return static_cast<std::int64_t>(value);
}

i128 floor_divide(i128 numerator, i128 denominator) {
    const i128 quotient = numerator / denominator;
    return numerator % denominator < 0 ? quotient - 1 : quotient;
}

}  // namespace

Fraction::Fraction(i128 numerator, i128 denominator) {
    ensure(denominator != 0, "fraction with a zero denominator");
    const i128 divisor = gcd(numerator, denominator);
    const i128 sign = denominator < 0 ? -1 : 1;
    numerator_ = sign * (numerator / divisor);
    denominator_ = sign * (denominator / divisor);
}

Fraction Fraction::operator+(const Fraction& other) const {
    const i128 shared = gcd(denominator_, other.denominator_);
    const i128 left = times(numerator_, other.denominator_ / shared);
    const i128 right = times(other.numerator_, denominator_ / shared);
    return {plus(left, right), times(denominator_, other.denominator_ / shared)};
}

Fraction Fraction::operator-(const Fraction& other) const {
    return *this + Fraction{-other.numerator_, other.denominator_};
}

Fraction Fraction::operator*(const Fraction& other) const {
    const Fraction crossed{numerator_, other.denominator_};
    const Fraction twin{other.numerator_, denominator_};
    return {times(crossed.numerator_, twin.numerator_),
            times(crossed.denominator_, twin.denominator_)};
}

Fraction Fraction::operator/(const Fraction& other) const {
    return *this * Fraction{other.denominator_, other.numerator_};
}

std::strong_ordering Fraction::operator<=>(const Fraction& other) const {
    return times(numerator_, other.denominator_) <=> times(other.numerator_, denominator_);
}

std::int64_t Fraction::rounded_down() const {
    return narrow(floor_divide(numerator_, denominator_));
}

std::int64_t Fraction::rounded_half_up() const {
    return narrow(floor_divide(plus(times(2, numerator_), denominator_), times(2, denominator_)));
}

}  // namespace grappe::core
