// RPPS: the 11-digit number of a health professional.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace grappe::core {

// Always 11 digits. No text at hand states the key, so it is a question: a warning, never more.
class Rpps {
public:
    // Codes "rpps.longueur", "rpps.caractere".
    static Result<Rpps> parse(std::string_view text);
    static Result<Rpps> parse_lenient(std::string_view text);

    const std::string& text() const { return digits_; }
    bool has_valid_key() const;                                // Luhn
    std::string national_id() const { return "8" + digits_; }  // in health exchanges
    auto operator<=>(const Rpps&) const = default;

private:
    explicit Rpps(std::string digits) : digits_{std::move(digits)} {}

    std::string digits_;
};

}  // namespace grappe::core
