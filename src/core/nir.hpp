// NIR: the 15-character registration number of a person, key included.
#pragma once

#include <string>
#include <string_view>

#include "core/confidential.hpp"
#include "core/result.hpp"

namespace grappe::core {

// A NIR typed by somebody is not an INS: that name needs a qualified status and identity traits.
// Health data, so it comes out of parse already closed, and no refusal quotes it.
class Nir {
public:
    // Codes "nir.longueur", "nir.caractere", "nir.sexe", "nir.mois", "nir.cle".
    static Result<Confidential<Nir>> parse(std::string_view text);
    static Result<Confidential<Nir>> parse_lenient(std::string_view text);

    const std::string& text() const { return number_; }
    bool operator==(const Nir&) const = default;

private:
    explicit Nir(std::string number) : number_{std::move(number)} {}

    std::string number_;
};

}  // namespace grappe::core
