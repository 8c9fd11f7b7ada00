// Bank account numbers: IBAN, the French RIB inside it, BIC of the bank.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace grappe::core {

// 23 characters: bank, branch, account and a right key.
class Rib {
public:
    // Codes "rib.longueur", "rib.caractere", "rib.cle".
    static Result<Rib> parse(std::string_view text);

    const std::string& text() const { return number_; }
    auto operator<=>(const Rib&) const = default;

private:
    explicit Rib(std::string number) : number_{std::move(number)} {}

    std::string number_;
};

// Compact form, of any country; a French or Monegasque one also holds a right RIB.
class Iban {
public:
    // Codes "iban.longueur", "iban.caractere", "iban.cle", and those of the RIB inside.
    static Result<Iban> parse(std::string_view text);
    static Result<Iban> parse_lenient(std::string_view text);

    const std::string& text() const { return number_; }
    std::string_view country() const { return std::string_view{number_}.substr(0, 2); }
    auto operator<=>(const Iban&) const = default;

private:
    explicit Iban(std::string number) : number_{std::move(number)} {}

    std::string number_;
};

class Bic {
public:
    // Codes "bic.longueur", "bic.caractere".
    static Result<Bic> parse(std::string_view text);

    const std::string& text() const { return code_; }
    std::string_view country() const { return std::string_view{code_}.substr(4, 2); }
    auto operator<=>(const Bic&) const = default;

private:
    explicit Bic(std::string code) : code_{std::move(code)} {}

    std::string code_;
};

}  // namespace grappe::core
