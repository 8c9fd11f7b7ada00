// Reading of bank account numbers and their two keys.
#include "core/iban.hpp"

#include <algorithm>

#include "core/identifiant.hpp"

namespace grappe::core {
namespace {

bool is_alphanumeric(char c) { return is_digit(c) || is_upper(c); }
bool all_alphanumeric(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_alphanumeric);
}
bool all_upper(std::string_view text) { return std::all_of(text.begin(), text.end(), is_upper); }

// Letters of a French account: A to I and J to R count 1 to 9, S to Z count 2 to 9.
char rib_digit(char c) {
    if (is_digit(c)) return c;
    const int rank = c - 'A';
    return static_cast<char>('1' + (rank < 18 ? rank % 9 : rank - 17));
}

unsigned rib_key(std::string_view number) {
    std::string account{number.substr(10, 11)};
    std::transform(account.begin(), account.end(), account.begin(), rib_digit);
    const auto bank = remainder_of(number.substr(0, 5), 97);
    const auto branch = remainder_of(number.substr(5, 5), 97);
    return 97 - (89 * bank + 15 * branch + 3 * remainder_of(account, 97)) % 97;
}

bool has_french_form(std::string_view country) { return country == "FR" || country == "MC"; }

bool has_right_size(std::string_view number) {
    constexpr std::size_t french = 27, shortest = 15, longest = 34;
    if (has_french_form(number.substr(0, 2))) return number.size() == french;
    return number.size() >= shortest && number.size() <= longest;
}

}  // namespace

Result<Rib> Rib::parse(std::string_view text) {
    if (text.size() != 23) return refuse(Reason::invalid, "rib.longueur");
    const bool right_characters = all_digits(text.substr(0, 10)) &&
                                  all_alphanumeric(text.substr(10, 11)) &&
                                  all_digits(text.substr(21));
    if (!right_characters) return refuse(Reason::invalid, "rib.caractere");
    const auto key = static_cast<unsigned>((text[21] - '0') * 10 + (text[22] - '0'));
    if (key != rib_key(text)) return refuse(Reason::invalid, "rib.cle");
    return Rib{std::string{text}};
}

Result<Iban> Iban::parse(std::string_view text) {
    if (!has_right_size(text)) return refuse(Reason::invalid, "iban.longueur");
    const bool right_characters = all_upper(text.substr(0, 2)) && all_digits(text.substr(2, 2)) &&
                                  all_alphanumeric(text.substr(4));
    if (!right_characters) return refuse(Reason::invalid, "iban.caractere");
    const auto moved = std::string{text.substr(4)}.append(text.substr(0, 4));
    if (remainder_of(moved, 97) != 1) return refuse(Reason::invalid, "iban.cle");
    if (has_french_form(text.substr(0, 2)))
        if (const auto rib = Rib::parse(text.substr(4)); !rib) return rib.error();
    return Iban{std::string{text}};
}

Result<Iban> Iban::parse_lenient(std::string_view text) {
    return parse(without_presentation(text));
}

Result<Bic> Bic::parse(std::string_view text) {
    if (text.size() != 8 && text.size() != 11) return refuse(Reason::invalid, "bic.longueur");
    if (!all_upper(text.substr(0, 6)) || !all_alphanumeric(text.substr(6)))
        return refuse(Reason::invalid, "bic.caractere");
    return Bic{std::string{text}};
}

}  // namespace grappe::core
