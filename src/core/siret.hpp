// SIRET: the 14-digit number of an establishment of a company (SIREN + 5).
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace grappe::core {

// Always 14 digits; the key is a question (rule ELIG-04 judges it), as for Finess.
class Siret {
public:
    static Result<Siret> parse(std::string_view text);  // code "siret.forme"
    static Result<Siret> parse_lenient(std::string_view text);

    const std::string& text() const { return digits_; }
    std::string_view siren() const { return std::string_view{digits_}.substr(0, 9); }
    bool has_valid_key() const;  // Luhn over 14 and over the SIREN; La Poste also by sum of digits
    auto operator<=>(const Siret&) const = default;

private:
    explicit Siret(std::string digits) : digits_{std::move(digits)} {}

    std::string digits_;
};

}  // namespace grappe::core
