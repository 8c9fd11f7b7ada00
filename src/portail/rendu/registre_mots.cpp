// The sentence of a date, or that of none.
#include "portail/rendu/registre_mots.hpp"

namespace grappe::rendu {
namespace {

std::string dire(std::string_view code, const std::optional<core::Date>& date,
                 const rules::Phrases& phrases) {
    return date ? phrases.rendre(code, {{"date", *date}})
                : phrases.rendre("registre.de_date_inconnue", {});
}

}  // namespace

std::string registre_au(const std::optional<core::Date>& date, const rules::Phrases& phrases) {
    return dire("registre.au", date, phrases);
}

std::string registre_du(const std::optional<core::Date>& date, const rules::Phrases& phrases) {
    return dire("registre.du", date, phrases);
}

}  // namespace grappe::rendu
