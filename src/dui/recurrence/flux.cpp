// Events of a feed: times of the clock with the zone that they are read in.
#include "dui/recurrence/flux.hpp"

#include <algorithm>

#include "core/icalendar.hpp"

namespace grappe::recurrence {
namespace {

// The rules of the European Union since 1996 (directive 2000/84/EC).
constexpr std::array<std::string_view, 16> fuseau{"BEGIN:VTIMEZONE",
                                                  "TZID:Europe/Paris",
                                                  "BEGIN:DAYLIGHT",
                                                  "TZOFFSETFROM:+0100",
                                                  "TZOFFSETTO:+0200",
                                                  "TZNAME:CEST",
                                                  "DTSTART:19960331T020000",
                                                  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                                                  "END:DAYLIGHT",
                                                  "BEGIN:STANDARD",
                                                  "TZOFFSETFROM:+0200",
                                                  "TZOFFSETTO:+0100",
                                                  "TZNAME:CET",
                                                  "DTSTART:19961027T030000",
                                                  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                                                  "END:STANDARD"};

std::string temps(const Moment& moment) { return core::icalendar_date(moment.texte()) + "00"; }

class Flux {
public:
    explicit Flux(core::Instant maintenant)
        : maintenant_{core::icalendar_date(maintenant.utc_text())} {}

    std::string ecrire(std::span<const RendezVous> tous, std::string_view nom) {
        ligne("BEGIN:VCALENDAR");
        ligne("VERSION:2.0");
        ligne("PRODID:-//Grappe//Agenda//FR");
        ligne("METHOD:PUBLISH");
        ligne("X-WR-CALNAME:" + core::icalendar_text(nom));
        for (const auto une : fuseau) ligne(une);
        ligne("END:VTIMEZONE");
        for (const auto& un : tous)
            if (const auto debut = premiere(un.serie)) ecrire(un, *debut);
        ligne("END:VCALENDAR");
        return std::move(sortie_);
    }

private:
    void ligne(std::string_view texte) { core::add_icalendar_line(sortie_, texte); }
    void ligne_datee(std::string_view nom, const Moment& moment) {
        ligne(std::string{nom} + ";TZID=Europe/Paris:" + temps(moment));
    }

    // The beginning is the first occurrence: readers count it whatever the rule says.
    void ecrire(const RendezVous& un, const Moment& debut) {
        ouvrir(un);
        ligne_datee("DTSTART", debut);
        ligne_datee("DTEND", debut.plus(un.serie.minutes));
        if (un.serie.regle) ligne("RRULE:" + texte_de(*un.serie.regle, Fin::utc));
        for (const auto& exclue : un.serie.exclues) ligne_datee("EXDATE", exclue);
        fermer(un);
        for (const auto& une : un.serie.deplacees) {
            if (!est_de_la_serie(un.serie, une.de)) continue;
            ouvrir(un);
            ligne_datee("RECURRENCE-ID", une.de);
            ligne_datee("DTSTART", une.a);
            ligne_datee("DTEND", une.a.plus(une.minutes));
            fermer(un);
        }
    }

    // What was moved is told when the rule still has it.
    static bool est_de_la_serie(Serie serie, const Moment& moment) {
        serie.deplacees.clear();
        const auto jour = derouler(serie, {moment.jour, moment.jour});
        return jour && std::any_of(jour->begin(), jour->end(),
                                   [&](const Occurrence& une) { return une.prevue == moment; });
    }

    void ouvrir(const RendezVous& un) {
        ligne("BEGIN:VEVENT");
        ligne("UID:" + un.uid + "@grappe");
        ligne("DTSTAMP:" + maintenant_);
        ligne("SEQUENCE:" + std::to_string(un.revision));
    }

    void fermer(const RendezVous& un) {
        ligne("SUMMARY:" + core::icalendar_text(un.titre));
        if (!un.texte.empty()) ligne("DESCRIPTION:" + core::icalendar_text(un.texte));
        if (!un.lieu.empty()) ligne("LOCATION:" + core::icalendar_text(un.lieu));
        ligne("STATUS:" + std::string{core::name_of(un.etat)});
        ligne("END:VEVENT");
    }

    std::string maintenant_;
    std::string sortie_{};
};

}  // namespace

std::string ics(std::span<const RendezVous> tous, std::string_view nom, core::Instant maintenant) {
    return Flux{maintenant}.ecrire(tous, nom);
}

}  // namespace grappe::recurrence
