// Reading of FINESS numbers: nine characters, a department as prefix, a Luhn key.
#include "core/finess.hpp"

#include "core/identifiant.hpp"

namespace grappe::core {
namespace {

constexpr std::size_t size = 9;

// The prefix is the department of first registration: metropolitan numbers 01 to 95 (20 became
// 2A and 2B), then four digits overseas.
bool is_overseas(std::string_view prefix) {
    return prefix == "9701" || prefix == "9702" || prefix == "9703" || prefix == "9704" ||
           prefix == "9705" || prefix == "9805" || prefix == "9806";
}

bool is_metropolitan(std::string_view prefix) {
    return prefix == "2A" || prefix == "2B" ||
           (all_digits(prefix) && prefix >= "01" && prefix <= "95" && prefix != "20");
}

bool has_right_characters(std::string_view text) {
    return is_digit(text[0]) && (is_digit(text[1]) || is_upper(text[1])) &&
           all_digits(text.substr(2));
}

}  // namespace

Result<Finess> Finess::parse(std::string_view text) {
    const auto refused = [&](const char* code) {
        return refuse(Reason::invalid, code, shortened(text));
    };
    if (text.size() != size) return refused("finess.longueur");
    if (!has_right_characters(text)) return refused("finess.caractere");
    if (!is_metropolitan(text.substr(0, 2)) && !is_overseas(text.substr(0, 4)))
        return refused("finess.prefixe");
    return Finess{std::string{text}};
}

Result<Finess> Finess::parse_lenient(std::string_view text) {
    const auto number = without_presentation(text);
    if (number.size() != size - 1 || !all_digits(number)) return parse(number);
    std::string completed(1, '0');
    return parse(completed += number);
}

bool Finess::has_valid_key() const {
    auto digits = number_;  // Corsica: A counts 1 and B counts 2
    if (digits[1] == 'A') digits[1] = '1';
    if (digits[1] == 'B') digits[1] = '2';
    return luhn_valid(digits);
}

std::string_view Finess::prefix() const {
    const std::string_view number{number_};
    return number.substr(0, is_overseas(number.substr(0, 4)) ? 4 : 2);
}

}  // namespace grappe::core
