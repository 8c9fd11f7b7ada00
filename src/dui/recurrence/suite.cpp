// Over libical: floating times, so that the change of the hour is ours to tell.
#include "dui/recurrence/suite.hpp"

#include <libical/ical.h>

#include <algorithm>

#include "core/calendar.hpp"

namespace grappe::recurrence {
namespace {

icaltimetype temps(const Moment& moment) {
    auto lu = icaltime_null_time();
    const auto ymd = moment.jour.ymd();
    lu.year = static_cast<int>(ymd.year());
    lu.month = static_cast<int>(static_cast<unsigned>(ymd.month()));
    lu.day = static_cast<int>(static_cast<unsigned>(ymd.day()));
    lu.hour = moment.minute / 60;
    lu.minute = moment.minute % 60;
    return lu;
}

Moment moment(const icaltimetype& temps) {
    const std::chrono::year_month_day ymd{std::chrono::year{temps.year},
                                          std::chrono::month{static_cast<unsigned>(temps.month)},
                                          std::chrono::day{static_cast<unsigned>(temps.day)}};
    return {core::Date::of(ymd), temps.hour * 60 + temps.minute};
}

// libical 3 looks for days of the month of a yearly rule in the month of its beginning alone; the
// standard, in all of them (RFC 5545, 3.3.10).
Regle tous_les_mois(Regle regle) {
    if (regle.frequence == Frequence::annuelle && regle.mois.empty() &&
        !regle.jours_du_mois.empty())
        regle.mois = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    return regle;
}

icalrecurrencetype lue(const Regle& regle) {
    icalerror_set_errors_are_fatal(0);
    return icalrecurrencetype_from_string(texte_de(tous_les_mois(regle), Fin::locale).c_str());
}

// libical 3 counts weeks wrong when a weekly rule does not begin on one of its days: it is given
// the first of them, in the week of the beginning or `intervalle` weeks later.
Moment premier_jour(const Regle& regle, const Moment& debut) {
    if (regle.frequence != Frequence::hebdomadaire || regle.jours.empty()) return debut;
    const auto rang = [&](core::Date jour) {  // 0 to 6 in the week of the rule
        return (core::iso_weekday(jour) + 7 - regle.premier_jour) % 7;
    };
    const auto convient = [&](core::Date jour) {
        return std::any_of(regle.jours.begin(), regle.jours.end(), [&](const JourDeSemaine& un) {
            return (un.jour + 7 - regle.premier_jour) % 7 == rang(jour);
        });
    };
    auto jour = debut.jour;
    while (!convient(jour)) {
        jour = jour.plus_days(1);
        if (rang(jour) == 0) jour = jour.plus_days(7 * (regle.intervalle - 1));
    }
    return {jour, debut.minute};
}

struct Liberer {
    void operator()(icalrecur_iterator* iterateur) const { icalrecur_iterator_free(iterateur); }
};

}  // namespace

struct Suite::Iterateur {
    std::unique_ptr<icalrecur_iterator, Liberer> tenu;
};

bool admise(const Regle& regle) { return lue(regle).freq != ICAL_NO_RECURRENCE; }

Suite::Suite(const Regle& regle, const Moment& debut, const Moment& borne)
    : iterateur_{std::make_unique<Iterateur>()} {
    auto sienne = lue(regle);
    sienne.until = temps(regle.jusqu_au ? std::min(*regle.jusqu_au, borne) : borne);
    iterateur_->tenu.reset(icalrecur_iterator_new(sienne, temps(premier_jour(regle, debut))));
}

Suite::~Suite() = default;

std::optional<Moment> Suite::suivant() {
    if (!iterateur_->tenu) return std::nullopt;
    const auto lu = icalrecur_iterator_next(iterateur_->tenu.get());
    if (icaltime_is_null_time(lu) != 0) return std::nullopt;
    return moment(lu);
}

}  // namespace grappe::recurrence
