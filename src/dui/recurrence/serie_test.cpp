// Occurrences: the change of the hour, exceptions, windows, bounds, and a matcher day by day.
#include "dui/recurrence/serie.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/calendar.hpp"
#include "dui/recurrence/pour_tests.hpp"

namespace grappe::recurrence {

using tests::a, tests::debuts, tests::le, tests::serie;

namespace {

std::string textes(std::initializer_list<const char*> tous) {
    std::string texte;
    for (const auto* un : tous) texte += std::string{un} + "\n";
    return texte;
}

std::ptrdiff_t nombre(const std::string& lignes) {
    return std::count(lignes.begin(), lignes.end(), '\n');
}

}  // namespace

TEST_CASE("an activity at 09:00 stays at 09:00 when the hour changes") {
    const auto une = serie("2026-10-19T09:00", "FREQ=WEEKLY");
    const auto toutes = derouler(une, {le("2026-10-19"), le("2026-11-02")}).value();
    REQUIRE(toutes.size() == 3);
    CHECK(toutes[0].de.utc_text() == "2026-10-19T07:00:00Z");
    CHECK(toutes[1].de.utc_text() == "2026-10-26T08:00:00Z");
    CHECK(toutes[2].debut.texte() == "2026-11-02T09:00");
}

TEST_CASE("an hour that a day does not have is 03:00; nothing is dropped") {
    const auto toutes =
        derouler(serie("2027-03-27T02:30", "FREQ=DAILY", 20), {le("2027-03-27"), le("2027-03-29")})
            .value();
    REQUIRE(toutes.size() == 3);
    CHECK(toutes[0].heure == Heure::simple);
    CHECK(toutes[1].heure == Heure::sautee);
    CHECK(toutes[1].de.utc_text() == "2027-03-28T01:00:00Z");  // 03:00 of summer
    CHECK(toutes[1].a.utc_text() == "2027-03-28T01:20:00Z");
    CHECK(toutes[2].heure == Heure::simple);
    CHECK(placer(a("2027-03-28T01:59")).heure == Heure::simple);
    CHECK(placer(a("2027-03-28T02:00")).heure == Heure::sautee);
    CHECK(placer(a("2027-03-28T03:00")).heure == Heure::simple);
}

TEST_CASE("an hour that a day has twice is the first") {
    const auto toutes = derouler(serie("2026-10-25T02:30", "FREQ=DAILY;COUNT=2", 45),
                                 {le("2026-10-25"), le("2026-10-26")})
                            .value();
    REQUIRE(toutes.size() == 2);
    CHECK(toutes[0].heure == Heure::double_);
    CHECK(toutes[0].de.utc_text() == "2026-10-25T00:30:00Z");
    // It ends when the clock shows 03:15, an hour later than on other days.
    CHECK(toutes[0].a.utc_text() == "2026-10-25T02:15:00Z");
    CHECK(toutes[1].heure == Heure::simple);
}

TEST_CASE("a night that the hour changes lasts what the clock says") {
    const auto heures = [](const char* debut) {
        const auto une = derouler(serie(debut, "", 8 * 60), {a(debut).jour, a(debut).jour}).value();
        return (une[0].a.utc() - une[0].de.utc()).count() / 3600;
    };
    CHECK(heures("2026-11-10T22:00") == 8);
    CHECK(heures("2027-03-27T22:00") == 7);
    CHECK(heures("2026-10-24T22:00") == 9);
}

TEST_CASE("a series begins with the first moment that its rule gives") {
    // 23 November 2026 is a Monday.
    const auto une = serie("2026-11-23T10:30", "FREQ=WEEKLY;BYDAY=TU;COUNT=3");
    CHECK(premiere(une) == a("2026-11-24T10:30"));
    CHECK(debuts(une, "2026-11-01", "2027-01-31") ==
          textes({"2026-11-24T10:30", "2026-12-01T10:30", "2026-12-08T10:30"}));
}

TEST_CASE("an end is in; a day that ends a rule is whole") {
    CHECK(nombre(debuts(serie("2026-11-24T10:30", "FREQ=WEEKLY;UNTIL=20261208"), "2026-11-01",
                        "2027-01-31")) == 3);
    CHECK(nombre(debuts(serie("2026-11-24T10:30", "FREQ=WEEKLY;UNTIL=20261208T103000"),
                        "2026-11-01", "2027-01-31")) == 3);
    CHECK(nombre(debuts(serie("2026-11-24T10:30", "FREQ=WEEKLY;UNTIL=20261208T092900Z"),
                        "2026-11-01", "2027-01-31")) == 2);
    CHECK(nombre(debuts(serie("2026-11-24T23:30", "FREQ=WEEKLY;UNTIL=20261208"), "2026-11-01",
                        "2027-01-31")) == 3);
}

TEST_CASE("months without the day have no occurrence") {
    CHECK(debuts(serie("2027-01-31T09:00", "FREQ=MONTHLY"), "2027-01-01", "2027-06-30") ==
          textes({"2027-01-31T09:00", "2027-03-31T09:00", "2027-05-31T09:00"}));
    CHECK(nombre(debuts(serie("2027-01-31T09:00", "FREQ=MONTHLY;BYMONTHDAY=-1"), "2027-01-01",
                        "2027-04-30")) == 4);
    CHECK(debuts(serie("2024-02-29T09:00", "FREQ=YEARLY"), "2027-01-01", "2028-12-31") ==
          textes({"2028-02-29T09:00"}));
}

TEST_CASE("exceptions: one less, one elsewhere, into the window and out of it") {
    auto une = serie("2026-11-03T10:30", "FREQ=WEEKLY;COUNT=5");
    une.exclues = {a("2026-11-10T10:30"), a("2026-11-11T10:30")};
    une.deplacees = {{a("2026-11-17T10:30"), a("2026-11-18T14:00"), 30},
                     {a("2026-12-01T10:30"), a("2026-11-25T09:00"), 90}};
    CHECK(debuts(une, "2026-11-01", "2026-12-31") ==
          textes({"2026-11-03T10:30", "2026-11-18T14:00", "2026-11-24T10:30", "2026-11-25T09:00"}));
    // What was moved is seen where it went, whatever its rule said.
    CHECK(debuts(une, "2026-11-25", "2026-11-25") == textes({"2026-11-25T09:00"}));
    CHECK(debuts(une, "2026-12-01", "2026-12-01").empty());
    const auto deplacee = derouler(une, {le("2026-11-18"), le("2026-11-18")}).value()[0];
    CHECK(deplacee.prevue == a("2026-11-17T10:30"));
    CHECK(deplacee.fin == a("2026-11-18T14:30"));
    // Moving what the rule never has does nothing.
    une.deplacees.push_back({a("2026-11-19T10:30"), a("2026-11-20T10:30"), 30});
    CHECK(debuts(une, "2026-11-20", "2026-11-20").empty());
}

TEST_CASE("what began before the window and is not over is in it; half open on both sides") {
    const auto nuit = serie("2026-11-23T22:00", "FREQ=DAILY", 8 * 60);
    CHECK(debuts(nuit, "2026-11-24", "2026-11-24") ==
          textes({"2026-11-23T22:00", "2026-11-24T22:00"}));
    const auto jusqu_a_minuit = serie("2026-11-23T22:00", "", 120);
    CHECK(debuts(jusqu_a_minuit, "2026-11-24", "2026-11-24").empty());
    CHECK(debuts(serie("2026-11-24T00:00", ""), "2026-11-23", "2026-11-23").empty());
}

TEST_CASE("no expansion is without bound") {
    const auto chaque_jour = serie("1990-01-01T09:00", "FREQ=DAILY");
    CHECK(derouler(chaque_jour, {le("2026-01-01"), le("2028-03-10")}).value().size() == 800);
    CHECK(derouler(chaque_jour, {le("2026-01-01"), le("2028-03-11")}).error().code ==
          "recurrence.fenetre");
    CHECK(derouler(chaque_jour, {le("2026-01-02"), le("2026-01-01")}).error().code ==
          "recurrence.fenetre");
    // A rule that never gives a day ends too.
    const auto jamais = serie("2026-01-01T09:00", "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29");
    CHECK(debuts(jamais, "2026-01-01", "2027-01-01").empty());
    CHECK_FALSE(premiere(jamais));
    CHECK_FALSE(premiere(serie("2026-01-01T09:00", "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=2")));
    CHECK(premiere(serie("1897-01-01T09:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")) ==
          a("1904-02-29T09:00"));
    auto lointaine = chaque_jour;  // from 1990 to 9000
    lointaine.deplacees = {{a("9000-01-01T09:00"), a("2026-01-01T10:00"), 60}};
    CHECK(derouler(lointaine, {le("2026-01-01"), le("2026-01-02")}).error().code ==
          "recurrence.trop");
    for (const int minutes : {0, -5, minutes_max + 1})
        CHECK(derouler(serie("2026-01-01T09:00", "", minutes), {le("2026-01-01"), le("2026-01-01")})
                  .error()
                  .code == "recurrence.duree");
}

namespace {

unsigned semaine_iso(core::Date jour) { return std::chrono::weekday{jour.days()}.iso_encoding(); }

int mois_de(core::Date jour) {
    return jour.year() * 12 + static_cast<int>(static_cast<unsigned>(jour.ymd().month()));
}

core::Date debut_de_semaine(core::Date jour, int premier) {
    return jour.plus_days(
        -static_cast<int>((semaine_iso(jour) + 7 - static_cast<unsigned>(premier)) % 7));
}

int jour_du_mois(core::Date jour) {
    return static_cast<int>(static_cast<unsigned>(jour.ymd().day()));
}

// A second reading of the standard, without positions: does that day belong to the rule?
bool appartient(const Regle& regle, core::Date debut, core::Date jour) {
    const auto depuis = core::days_between(debut, jour);
    const auto contient = [](const auto& liste, auto valeur) {
        return std::find(liste.begin(), liste.end(), valeur) != liste.end();
    };
    const bool semaine = regle.frequence == Frequence::hebdomadaire;
    const bool mensuelle = regle.frequence == Frequence::mensuelle;
    const int periode = regle.frequence == Frequence::quotidienne ? depuis
                        : semaine ? core::days_between(debut_de_semaine(debut, regle.premier_jour),
                                                       debut_de_semaine(jour, regle.premier_jour)) /
                                        7
                        : mensuelle ? mois_de(jour) - mois_de(debut)
                                    : jour.year() - debut.year();
    if (depuis < 0 || periode % regle.intervalle != 0) return false;
    const int mois = (mois_de(jour) - 1) % 12 + 1;
    if (!regle.mois.empty() && !contient(regle.mois, mois)) return false;
    const int dernier =
        jour_du_mois(core::Date::of(jour.ymd().year() / jour.ymd().month() / std::chrono::last));
    const int quantieme = jour_du_mois(jour);
    if (!regle.jours_du_mois.empty() && !contient(regle.jours_du_mois, quantieme) &&
        !contient(regle.jours_du_mois, quantieme - dernier - 1))
        return false;
    const int semaine_du_jour = static_cast<int>(semaine_iso(jour));
    if (!regle.jours.empty()) {
        // Ranks are of the month, or of the year when no month is named.
        const bool de_l_an = regle.frequence == Frequence::annuelle && regle.mois.empty();
        const auto premier = core::Date::of(
            jour.ymd().year() / (de_l_an ? std::chrono::January : jour.ymd().month()) / 1);
        const auto fin = core::plus_months(premier, de_l_an ? 12 : 1);
        const int rang = core::days_between(premier, jour) / 7 + 1;
        const int de_la_fin = -(core::days_between(jour, fin.plus_days(-1)) / 7 + 1);
        if (!std::any_of(regle.jours.begin(), regle.jours.end(), [&](const JourDeSemaine& un) {
                return un.jour == semaine_du_jour &&
                       (un.rang == 0 || un.rang == rang || un.rang == de_la_fin);
            }))
            return false;
    }
    if (!regle.jours.empty() || !regle.jours_du_mois.empty()) return true;
    if (semaine) return semaine_iso(jour) == semaine_iso(debut);
    if (mensuelle) return quantieme == jour_du_mois(debut);
    if (regle.frequence == Frequence::annuelle)
        return quantieme == jour_du_mois(debut) &&
               (!regle.mois.empty() || jour.ymd().month() == debut.ymd().month());
    return true;
}

class Hasard {
public:
    int entre(int bas, int haut) {
        return bas + static_cast<int>(source_() % static_cast<unsigned>(haut - bas + 1));
    }
    bool une_fois_sur(int nombre) { return entre(1, nombre) == 1; }

    Regle regle() {
        Regle une{.frequence = static_cast<Frequence>(entre(0, 3)), .intervalle = entre(1, 4)};
        const bool au_mois = une.frequence >= Frequence::mensuelle;
        if (une_fois_sur(2))
            for (int reste = entre(1, 3); reste > 0; --reste)
                une.jours.push_back({au_mois && une_fois_sur(2) ? entre(-5, 5) : 0, entre(1, 7)});
        else if (une.frequence != Frequence::hebdomadaire && une_fois_sur(2))
            for (int reste = entre(1, 2); reste > 0; --reste)
                une.jours_du_mois.push_back(une_fois_sur(3) ? -entre(1, 31) : entre(1, 31));
        if (une_fois_sur(3)) une.mois.push_back(entre(1, 12));
        if (une.frequence == Frequence::hebdomadaire && une_fois_sur(3)) une.premier_jour = 7;
        if (une_fois_sur(4)) une.nombre = entre(1, 30);
        return une;
    }

private:
    std::mt19937 source_{20261123};
};

}  // namespace

TEST_CASE("occurrences are those of a second reading of the standard, day by day") {
    Hasard hasard;
    for (int essai = 0; essai < 600; ++essai) {
        const auto regle = hasard.regle();
        const auto ecrite = texte_de(regle, Fin::locale);
        const auto lue = lire_regle(ecrite).regle;
        if (!lue) continue;  // days from the end of a month, every so many days
        const auto debut = le("2024-01-01").plus_days(hasard.entre(0, 800));
        CAPTURE(ecrite);
        CAPTURE(debut.text());
        const auto du = debut.plus_days(hasard.entre(-50, 900));
        const auto au = du.plus_days(hasard.entre(0, 500));
        std::string attendus;
        int rang = 0;
        for (auto jour = debut; jour <= au; jour = jour.plus_days(1))
            if (appartient(*lue, debut, jour) && (!regle.nombre || rang++ < *regle.nombre) &&
                jour >= du)
                attendus += Moment{jour, 9 * 60}.texte() + "\n";
        const Serie une{.debut = {debut, 9 * 60}, .minutes = 60, .regle = *lue};
        REQUIRE(debuts(une, du.text(), au.text()) == attendus);
    }
}

}  // namespace grappe::recurrence
