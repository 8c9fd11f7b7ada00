// FINESS: the 9-character number of an establishment (ET) or of a legal entity (EJ).
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace grappe::core {

// Length, characters and prefix are always right; the Luhn key may be wrong: a number with a wrong
// key can be read, shown and judged (rule ELIG-02), so the key is a question and not an invariant.
class Finess {
public:
    // Strict: nine characters as printed. Codes "finess.longueur", "finess.caractere",
    // "finess.prefixe".
    static Result<Finess> parse(std::string_view text);
    // For pages, pasted lists and imports: spaces, dots and dashes removed, letters upper-cased,
    // one lost leading zero put back (8 digits).
    static Result<Finess> parse_lenient(std::string_view text);

    const std::string& text() const { return number_; }
    bool has_valid_key() const;       // Luhn, with A = 1 and B = 2 for Corsica
    std::string_view prefix() const;  // "33", "2A", "9701": department of first registration
    auto operator<=>(const Finess&) const = default;

private:
    explicit Finess(std::string number) : number_{std::move(number)} {}

    std::string number_;
};

}  // namespace grappe::core
