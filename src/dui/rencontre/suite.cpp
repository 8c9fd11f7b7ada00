// A moment and a number, around a comma.
#include "dui/rencontre/suite.hpp"

#include "core/integer.hpp"

namespace grappe::rencontre {

element::Suite suite_de(std::string_view texte) {
    const auto virgule = texte.find(',');
    const auto debut = core::Instant::parse(texte.substr(0, virgule));
    const auto numero = virgule == std::string_view::npos
                            ? std::nullopt
                            : core::integer<std::int64_t>(texte.substr(virgule + 1));
    return debut && numero ? element::Suite{debut->utc_text(), *numero} : element::Suite{};
}

std::string suite_dite(const element::Suite& suite) {
    return suite.debut + "," + std::to_string(suite.numero);
}

std::string adresse_de_la_suite(const std::string& ici,
                                const std::optional<element::Suite>& suite) {
    return suite ? ici + "?apres=" + suite_dite(*suite) : std::string{};
}

}  // namespace grappe::rencontre
