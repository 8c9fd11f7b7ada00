// Shared steps of the checks of identifiers.
#include "core/identifiant.hpp"

#include <algorithm>
#include <array>

#include "core/ensure.hpp"

namespace grappe::core {
namespace {

// Signs people type or paste inside numbers: space, tab, dot, dashes, unbreakable and thin spaces.
constexpr std::array<std::string_view, 14> presentation{
    " ",      ".",      "-",      "\t",     "\r",     "\n",     "\u00A0",
    "\u2007", "\u2009", "\u202F", "\u2010", "\u2011", "\u2013", "\uFEFF"};

std::size_t sign_length(std::string_view text) {
    const char first = text.front();
    if (is_digit(first) || is_upper(first) || (first >= 'a' && first <= 'z')) return 0;
    for (const auto sign : presentation)
        if (text.starts_with(sign)) return sign.size();
    return 0;
}

}  // namespace

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

std::string without_presentation(std::string_view text) {
    constexpr std::size_t longest = 64;
    std::string kept;
    while (!text.empty() && kept.size() < longest) {
        if (const auto skipped = sign_length(text)) {
            text.remove_prefix(skipped);
            continue;
        }
        const char c = text.front();
        kept += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        text.remove_prefix(1);
    }
    return kept;
}

bool luhn_valid(std::string_view digits) {
    int sum = 0;
    bool doubled = false;
    for (auto it = digits.rbegin(); it != digits.rend(); ++it, doubled = !doubled) {
        if (!is_digit(*it)) return false;
        const int digit = (*it - '0') * (doubled ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

unsigned remainder_of(std::string_view characters, unsigned modulus) {
    unsigned remainder = 0;
    for (const char c : characters) {
        ensure(is_digit(c) || is_upper(c), "digit or capital letter");
        const bool digit = is_digit(c);
        const auto value = static_cast<unsigned>(digit ? c - '0' : c - 'A' + 10);
        remainder = (remainder * (digit ? 10U : 100U) + value) % modulus;
    }
    return remainder;
}

std::string shortened(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() <= longest) return std::string{text};
    auto end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string{text.substr(0, end)};
}

}  // namespace grappe::core
