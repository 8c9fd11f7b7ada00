// Reading of NIR numbers: sex, month, department of birth, key.
#include "core/nir.hpp"

#include <charconv>
#include <cstdint>

#include "core/identifiant.hpp"

namespace grappe::core {
namespace {

constexpr std::size_t size = 15, size_without_key = 13, place_of_department = 5;

std::int64_t number(std::string_view digits) {
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// Corsica is the one letter of the number: 2A counts 19 and 2B counts 18 in the key.
std::string with_digits_only(std::string_view text) {
    std::string digits{text};
    const auto department = text.substr(place_of_department, 2);
    if (department == "2A") digits.replace(place_of_department, 2, "19");
    if (department == "2B") digits.replace(place_of_department, 2, "18");
    return digits;
}

// 1 and 2, or 7 and 8 for people who wait for their number.
bool is_sex(char c) { return c == '1' || c == '2' || c == '7' || c == '8'; }

// Beyond twelve: months given when the true one is unknown or its numbers are used up.
bool is_month(std::int64_t month) {
    return (month >= 1 && month <= 12) || month == 20 || (month >= 30 && month <= 42) ||
           (month >= 50 && month <= 99);
}

}  // namespace

Result<Confidential<Nir>> Nir::parse(std::string_view text) {
    const auto refused = [](const char* code) { return refuse(Reason::invalid, code); };
    if (text.size() != size) return refused("nir.longueur");
    const auto digits = with_digits_only(text);
    if (!all_digits(digits)) return refused("nir.caractere");
    if (!is_sex(text[0])) return refused("nir.sexe");
    if (!is_month(number(std::string_view{digits}.substr(3, 2)))) return refused("nir.mois");

    const auto body = number(std::string_view{digits}.substr(0, size_without_key));
    const auto key = number(std::string_view{digits}.substr(size_without_key));
    if (key != 97 - body % 97) return refused("nir.cle");
    return Confidential{Nir{std::string{text}}};
}

Result<Confidential<Nir>> Nir::parse_lenient(std::string_view text) {
    return parse(without_presentation(text));
}

}  // namespace grappe::core
