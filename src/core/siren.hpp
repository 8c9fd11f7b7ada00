// SIREN: the 9-digit number of a company or public body.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace grappe::core {

// Always 9 digits; the key is a question, as for Siret.
class Siren {
public:
    // Codes "siren.longueur", "siren.caractere".
    static Result<Siren> parse(std::string_view text);
    static Result<Siren> parse_lenient(std::string_view text);

    const std::string& text() const { return digits_; }
    bool has_valid_key() const;  // Luhn
    auto operator<=>(const Siren&) const = default;

private:
    explicit Siren(std::string digits) : digits_{std::move(digits)} {}

    std::string digits_;
};

}  // namespace grappe::core
