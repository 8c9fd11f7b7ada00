// Checked arithmetic on cents, and the text form of amounts.
#include "core/money.hpp"

#include <algorithm>
#include <cctype>

namespace grappe::core {
namespace {

constexpr std::size_t most_digits = 12;

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t number(std::string_view digits) {
    std::int64_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

}  // namespace

Money Money::euros(std::int64_t value) { return Money::cents(100) * value; }

Result<Money> Money::parse(std::string_view text) {
    const auto dot = text.find('.');
    const auto units = text.substr(0, dot);
    const auto decimals = dot == std::string_view::npos ? "00" : text.substr(dot + 1);
    if (!all_digits(units) || !all_digits(decimals) || decimals.size() > 2)
        return refuse(Reason::invalid, "montant.forme", std::string{text.substr(0, 40)});
    const auto significant = units.substr(std::min(units.find_first_not_of('0'), units.size()));
    if (significant.size() > most_digits)
        return refuse(Reason::invalid, "montant.trop_grand", std::string{text.substr(0, 40)});
    const auto cents_part = decimals.size() == 1 ? number(decimals) * 10 : number(decimals);
    return Money::cents(number(significant) * 100 + cents_part);
}

std::string Money::text() const {
    const bool negative = cents_ < 0;
    std::uint64_t rest =
        negative ? 0 - static_cast<std::uint64_t>(cents_) : static_cast<std::uint64_t>(cents_);
    char buffer[24];
    char* end = buffer + sizeof buffer;
    char* at = end;
    for (int position = 0; position < 3 || rest != 0; ++position, rest /= 10) {
        if (position == 2) *--at = '.';
        *--at = static_cast<char>('0' + rest % 10);
    }
    if (negative) *--at = '-';
    return {at, end};
}

Money Money::operator*(std::int64_t times) const {
    std::int64_t product = 0;
    ensure(!__builtin_mul_overflow(cents_, times, &product), "money product overflows");
    return Money{product};
}

Fraction exact_cents(Money amount, const Rate& share) {
    return Fraction::whole(amount.in_cents()) * share;
}

Money share_rounded_down(Money amount, const Rate& share) {
    return Money::cents(exact_cents(amount, share).rounded_down());
}

Money share_rounded_half_up(Money amount, const Rate& share) {
    return Money::cents(exact_cents(amount, share).rounded_half_up());
}

}  // namespace grappe::core
