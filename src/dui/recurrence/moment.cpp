// Moments of the clock of Paris, and the instants they are.
#include "dui/recurrence/moment.hpp"

#include <fmt/format.h>

#include "core/integer.hpp"

namespace grappe::recurrence {
namespace {

// Paris changes its hour between 2 and 3 in the night.
bool peut_changer(const Moment& moment) {
    return moment.minute >= 2 * 60 && moment.minute < 3 * 60;
}

}  // namespace

core::Result<Moment> Moment::lire(std::string_view texte) {
    const auto refus =
        core::refuse(core::Reason::invalid, "recurrence.moment", std::string{texte.substr(0, 40)});
    if (texte.size() != 16 || texte[10] != 'T' || texte[13] != ':') return refus;
    const auto jour = core::Date::parse(texte.substr(0, 10));
    const auto heure = core::integer<int>(texte.substr(11, 2));
    const auto minute = core::integer<int>(texte.substr(14, 2));
    if (!jour || !heure || !minute || *heure < 0 || *heure > 23 || *minute < 0 || *minute > 59)
        return refus;
    return Moment{*jour, *heure * 60 + *minute};
}

std::string Moment::texte() const {
    return fmt::format("{}T{:02}:{:02}", jour.text(), minute / 60, minute % 60);
}

Moment Moment::plus(int minutes) const {
    int reste = minute + minutes;
    int jours = reste / minutes_du_jour;
    reste %= minutes_du_jour;
    if (reste < 0) {
        reste += minutes_du_jour;
        --jours;
    }
    return {jour.plus_days(jours), reste};
}

core::Instant instant_de(const Moment& moment) {
    return core::paris().at(moment.jour, moment.minute / 60, moment.minute % 60);
}

Moment moment_de(core::Instant instant) {
    const auto heure = core::paris().time_of_day(instant);
    return {core::paris().day_of(instant),
            static_cast<int>(std::chrono::floor<std::chrono::minutes>(heure).count())};
}

Place placer(const Moment& moment) {
    const auto instant = instant_de(moment);
    if (!peut_changer(moment)) return {instant, Heure::simple};
    if (moment_de(instant) != moment) return {instant, Heure::sautee};
    const auto apres = core::Instant::of(instant.utc() + std::chrono::hours{1});
    return {instant, moment_de(apres) == moment ? Heure::double_ : Heure::simple};
}

}  // namespace grappe::recurrence
