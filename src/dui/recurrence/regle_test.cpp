// Rules are read strictly; what is admitted is written back the same.
#include "dui/recurrence/regle.hpp"

#include <doctest/doctest.h>

#include "dui/recurrence/pour_tests.hpp"

namespace grappe::recurrence {

TEST_CASE("a rule is read and written back in one form") {
    struct Essai {
        const char *lue, *ecrite;
    };
    const Essai essais[] = {
        {"FREQ=DAILY", "FREQ=DAILY"},
        {"RRULE:FREQ=WEEKLY;BYDAY=TU,TH;INTERVAL=1", "FREQ=WEEKLY;BYDAY=TU,TH"},
        {"INTERVAL=2;FREQ=WEEKLY;WKST=SU", "FREQ=WEEKLY;INTERVAL=2;WKST=SU"},
        {"FREQ=MONTHLY;BYDAY=+1MO,-1FR", "FREQ=MONTHLY;BYDAY=1MO,-1FR"},
        {"FREQ=MONTHLY;BYMONTHDAY=-1,15;COUNT=12", "FREQ=MONTHLY;COUNT=12;BYMONTHDAY=-1,15"},
        {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
         "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"},
        {"FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3"},
        {"FREQ=WEEKLY;UNTIL=20270331", "FREQ=WEEKLY;UNTIL=20270331T215900Z"},
        {"FREQ=WEEKLY;UNTIL=20270331T083000Z", "FREQ=WEEKLY;UNTIL=20270331T083000Z"},
        {"FREQ=WEEKLY;UNTIL=20270131T103000", "FREQ=WEEKLY;UNTIL=20270131T093000Z"},
        {"FREQ=DAILY;BYDAY=MO,MO", "FREQ=DAILY;BYDAY=MO"},
    };
    for (const auto& essai : essais) {
        CAPTURE(essai.lue);
        const auto lue = lire_regle(essai.lue);
        REQUIRE(lue.regle);
        const auto ecrite = texte_de(*lue.regle, Fin::utc);
        CHECK(ecrite == essai.ecrite);
        CHECK(lire_regle(ecrite).regle == lue.regle);
        CHECK(lire_regle(texte_de(*lue.regle, Fin::locale)).regle == lue.regle);
    }
}

TEST_CASE("a faulty rule is refused, in a sentence that says what to write") {
    struct Essai {
        const char *regle, *code, *dit;
    };
    const Essai essais[] = {
        {"", "forme", "NOM=VALEUR"},
        {"tous les mardis", "forme", "« tous les mardis »"},
        {"FREQ=", "forme", "FREQ="},
        {"BYDAY=TU", "sans_frequence", "FREQ=DAILY"},
        {"FREQ=HOURLY", "frequence", "« HOURLY »"},
        {"FREQ=weekly", "frequence", "WEEKLY"},
        {"FREQ=DAILY;FREQ=WEEKLY", "deux_fois", "FREQ"},
        {"FREQ=DAILY;BYHOUR=9", "partie", "BYHOUR"},
        {"FREQ=YEARLY;BYWEEKNO=2", "partie", "BYWEEKNO"},
        {"FREQ=YEARLY;RSCALE=CHINESE", "partie", "RSCALE"},
        {"FREQ=DAILY;COUNT=3;UNTIL=20270331", "deux_fins", "COUNT"},
        {"FREQ=WEEKLY;BYDAY=1MO", "rang", "premier lundi"},
        {"FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=3", "rang_et_jour", "BYMONTHDAY"},
        {"FREQ=DAILY;BYMONTHDAY=-1", "jour_de_la_fin", "MONTHLY"},
        {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,-31", "jamais", "BYMONTHDAY"},
        {"FREQ=WEEKLY;BYMONTHDAY=3", "jour_du_mois", "MONTHLY"},
        {"FREQ=DAILY;BYSETPOS=1", "position_seule", "BYDAY"},
        {"FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", "position", "MONTHLY"},
        {"FREQ=DAILY;INTERVAL=0", "valeur.INTERVAL", "« 0 »"},
        {"FREQ=DAILY;INTERVAL=100", "valeur.INTERVAL", "99"},
        {"FREQ=DAILY;COUNT=1001", "valeur.COUNT", "1000"},
        {"FREQ=DAILY;COUNT=-1", "valeur.COUNT", "« -1 »"},
        {"FREQ=DAILY;UNTIL=20270230", "valeur.UNTIL", "« 20270230 »"},
        {"FREQ=DAILY;UNTIL=2027-03-31", "valeur.UNTIL", "20270331"},
        {"FREQ=DAILY;UNTIL=20270331Z", "valeur.UNTIL", "20270331"},
        {"FREQ=DAILY;UNTIL=20270331T250000", "valeur.UNTIL", "un jour qui existe"},
        {"FREQ=WEEKLY;BYDAY=MA", "valeur.BYDAY", "« MA »"},
        {"FREQ=WEEKLY;BYDAY=TU,", "valeur.BYDAY", "«  »"},
        {"FREQ=MONTHLY;BYDAY=6MO", "valeur.BYDAY", "« 6MO »"},
        {"FREQ=MONTHLY;BYDAY=0MO", "valeur.BYDAY", "« 0MO »"},
        {"FREQ=MONTHLY;BYMONTHDAY=32", "valeur.BYMONTHDAY", "« 32 »"},
        {"FREQ=MONTHLY;BYMONTHDAY=0", "valeur.BYMONTHDAY", "« 0 »"},
        {"FREQ=YEARLY;BYMONTH=13", "valeur.BYMONTH", "« 13 »"},
        {"FREQ=YEARLY;BYMONTH=-1", "valeur.BYMONTH", "« -1 »"},
        {"FREQ=YEARLY;BYMONTH=5;BYSETPOS=367", "valeur.BYSETPOS", "« 367 »"},
        {"FREQ=WEEKLY;WKST=LU", "valeur.WKST", "« LU »"},
    };
    for (const auto& essai : essais) {
        const std::string ecrite{essai.regle};
        CAPTURE(ecrite);
        const auto lue = lire_regle(essai.regle);
        CHECK_FALSE(lue.regle);
        REQUIRE(lue.refus.size() == 1);
        CHECK(lue.refus.front().code == "recurrence.regle." + std::string{essai.code});
        const auto dit = tests::espaces_simples(tests::phrases().dire(lue.refus.front()));
        CAPTURE(dit);
        CHECK(dit.find(essai.dit) != std::string::npos);
    }
}

TEST_CASE("all the faults of a rule are told at once") {
    CHECK(lire_regle("FREQ=HOURLY;COUNT=0;BYDAY=XX,MO,9;BYHOUR=3").refus.size() == 5);
}

}  // namespace grappe::recurrence
