// Numbers, days and hours in French.
#include "web/page/ecriture.hpp"

#include <fmt/format.h>

namespace grappe::page {
using std::chrono::hours;
using std::chrono::minutes;

std::string heure(core::Instant instant, const core::Zone& fuseau) {
    const auto passees = depuis_minuit(instant, fuseau);
    return fmt::format("{}\u00a0h\u00a0{:02}", passees / hours{1},
                       (passees % hours{1}) / minutes{1});
}

std::string entier(std::int64_t nombre) {
    std::string texte;
    rules::ajouter_valeur(texte, nombre);
    return texte;
}

std::string jour(core::Date date) {
    std::string texte;
    rules::ajouter_valeur(texte, date);
    return texte;
}

std::string moment(core::Instant instant, const core::Zone& fuseau) {
    return jour(fuseau.day_of(instant)) + " à " + heure(instant, fuseau);
}

minutes depuis_minuit(core::Instant instant, const core::Zone& fuseau) {
    return std::chrono::floor<minutes>(fuseau.time_of_day(instant));
}

std::string etiquette(const rules::Phrases& phrases, std::string_view code,
                      std::string_view sinon) {
    return phrases.contient(code) ? phrases.rendre(code, {}) : std::string{sinon};
}

}  // namespace grappe::page
