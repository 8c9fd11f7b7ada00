// Reading of RPPS numbers and their key.
#include "core/rpps.hpp"

#include "core/identifiant.hpp"

namespace grappe::core {

Result<Rpps> Rpps::parse(std::string_view text) {
    if (text.size() != 11) return refuse(Reason::invalid, "rpps.longueur");
    if (!all_digits(text)) return refuse(Reason::invalid, "rpps.caractere");
    return Rpps{std::string{text}};
}

Result<Rpps> Rpps::parse_lenient(std::string_view text) {
    return parse(without_presentation(text));
}

bool Rpps::has_valid_key() const { return luhn_valid(digits_); }

}  // namespace grappe::core
