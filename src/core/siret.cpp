// Reading of SIRET numbers and their keys.
#include "core/siret.hpp"

#include <numeric>

#include "core/identifiant.hpp"

namespace grappe::core {
namespace {

// La Poste has more establishments than Luhn leaves numbers: the sum of the fourteen digits, a
// multiple of five, is accepted for it too (data.md, 6.2).
constexpr std::string_view la_poste = "356000000";

bool sum_is_multiple_of_five(std::string_view digits) {
    const int sum = std::accumulate(digits.begin(), digits.end(), 0,
                                    [](int total, char digit) { return total + (digit - '0'); });
    return sum % 5 == 0;
}

}  // namespace

Result<Siret> Siret::parse(std::string_view text) {
    if (text.size() != 14 || !all_digits(text))
        return refuse(Reason::invalid, "siret.forme", shortened(text));
    return Siret{std::string{text}};
}

Result<Siret> Siret::parse_lenient(std::string_view text) {
    return parse(without_presentation(text));
}

bool Siret::has_valid_key() const {
    if (luhn_valid(digits_) && luhn_valid(siren())) return true;
    return siren() == la_poste && sum_is_multiple_of_five(digits_);
}

}  // namespace grappe::core
