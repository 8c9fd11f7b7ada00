// Règle: when a series comes back (RFC 5545, RECUR), read strictly and kept small: days, weeks,
// months and years, one hour a day.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named.hpp"
#include "core/result.hpp"
#include "dui/recurrence/moment.hpp"

namespace grappe::recurrence {

enum class Frequence { quotidienne, hebdomadaire, mensuelle, annuelle };
constexpr auto names(Frequence) {
    using enum Frequence;
    return std::to_array<core::Named<Frequence>>({{quotidienne, "DAILY"},
                                                  {hebdomadaire, "WEEKLY"},
                                                  {mensuelle, "MONTHLY"},
                                                  {annuelle, "YEARLY"}});
}

// 1 Monday to 7 Sunday. `rang`: 0 each of them, 2 the second, -1 the last of the month or year.
struct JourDeSemaine {
    int rang = 0;
    int jour = 1;
    bool operator==(const JourDeSemaine&) const = default;
};

struct Regle {
    Frequence frequence = Frequence::hebdomadaire;
    int intervalle = 1;
    std::optional<int> nombre{};       // of occurrences; or
    std::optional<Moment> jusqu_au{};  // the last moment that is in; or neither
    std::vector<JourDeSemaine> jours{};
    std::vector<int> jours_du_mois{};  // 1 to 31, or -1 to -31 from the end
    std::vector<int> mois{};           // 1 to 12
    std::vector<int> positions{};      // among the occurrences of each period
    int premier_jour = 1;              // of a week

    bool operator==(const Regle&) const = default;
};

inline constexpr int nombre_max = 1000, intervalle_max = 99;

// The rule, or every fault of it: codes "recurrence.regle.…", the part at fault as detail.
struct Lue {
    std::optional<Regle> regle;
    std::vector<core::Refusal> refus;
};
Lue lire_regle(std::string_view texte);

// UTC is what a feed with a time zone writes of its end; local is the clock's.
enum class Fin { utc, locale };
std::string texte_de(const Regle& regle, Fin fin);  // canonical

}  // namespace grappe::recurrence
