// Reading of SIREN numbers and their key.
#include "core/siren.hpp"

#include "core/identifiant.hpp"

namespace grappe::core {

Result<Siren> Siren::parse(std::string_view text) {
    if (text.size() != 9) return refuse(Reason::invalid, "siren.longueur", shortened(text));
    if (!all_digits(text)) return refuse(Reason::invalid, "siren.caractere", shortened(text));
    return Siren{std::string{text}};
}

Result<Siren> Siren::parse_lenient(std::string_view text) {
    return parse(without_presentation(text));
}

bool Siren::has_valid_key() const { return luhn_valid(digits_); }

}  // namespace grappe::core
