// A series in plain French, and its occurrences.
#include "dui/recurrence/description.hpp"

#include <doctest/doctest.h>

#include "dui/recurrence/flux.hpp"
#include "dui/recurrence/pour_tests.hpp"

namespace grappe::recurrence {

using tests::a, tests::espaces_simples, tests::le, tests::phrases, tests::serie;

TEST_CASE("a series is told as one would say it") {
    struct Essai {
        const char *debut, *regle, *dit;
    };
    const Essai essais[] = {
        {"2026-11-24T10:30", "", "le 24 novembre 2026 à 10 h 30"},
        {"2026-11-24T10:30", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331",
         "tous les mardis à 10 h 30, jusqu'au 31 mars 2027"},
        {"2026-11-24T10:30", "FREQ=WEEKLY", "tous les mardis à 10 h 30"},
        {"2026-11-24T09:00", "FREQ=WEEKLY;BYDAY=TH,TU", "tous les mardis et jeudis à 9 h"},
        {"2026-11-24T09:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR",
         "une semaine sur deux, le lundi, le mercredi et le vendredi à 9 h"},
        {"2026-11-24T09:00", "FREQ=WEEKLY;INTERVAL=3", "toutes les 3 semaines, le mardi à 9 h"},
        {"2026-11-24T00:05", "FREQ=DAILY;COUNT=12", "tous les jours à 0 h 05, 12 fois"},
        {"2026-11-24T09:00", "FREQ=DAILY;INTERVAL=2", "un jour sur deux à 9 h"},
        {"2026-11-24T09:00", "FREQ=DAILY;INTERVAL=10", "tous les 10 jours à 9 h"},
        {"2026-11-24T09:00", "FREQ=DAILY;BYDAY=SA,SU",
         "tous les jours, seulement le samedi et le dimanche à 9 h"},
        {"2026-11-24T09:00", "FREQ=MONTHLY", "tous les mois, le 24 à 9 h"},
        {"2026-11-24T09:00", "FREQ=MONTHLY;BYMONTHDAY=1,-1",
         "tous les mois, le 1er et le dernier jour à 9 h"},
        {"2026-11-24T09:00", "FREQ=MONTHLY;BYDAY=1TU,-1FR",
         "tous les mois, le premier mardi et le dernier vendredi à 9 h"},
        {"2026-11-24T09:00", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2MO",
         "un mois sur deux, le deuxième lundi à 9 h"},
        {"2026-11-24T09:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
         "tous les mois, tous les lundis, tous les mardis, tous les mercredis, tous les jeudis et "
         "tous les vendredis, de ces jours le dernier seulement à 9 h"},
        {"2026-11-24T09:00", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
         "tous les mois, le 13 quand c'est un de ces jours : tous les vendredis à 9 h"},
        {"2026-05-03T09:00", "FREQ=YEARLY", "tous les ans, le 3 mai à 9 h"},
        {"2026-05-03T09:00", "FREQ=YEARLY;BYMONTH=5;BYDAY=1TU",
         "tous les ans, le premier mardi de mai à 9 h"},
        {"2026-05-03T09:00", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1FR",
         "tous les ans, le dernier vendredi d'octobre à 9 h"},
        {"2026-05-03T09:00", "FREQ=YEARLY;BYDAY=-1SU",
         "tous les ans, le dernier dimanche de l'année à 9 h"},
        {"2026-05-03T09:00", "FREQ=YEARLY;BYMONTHDAY=15",
         "tous les ans, le 15 de chaque mois à 9 h"},
        {"2026-11-24T09:00", "FREQ=WEEKLY;BYMONTH=7,8",
         "tous les mardis, en juillet et août à 9 h"},
    };
    for (const auto& essai : essais) {
        CAPTURE(essai.regle);
        CHECK(espaces_simples(decrire(serie(essai.debut, essai.regle), phrases())) == essai.dit);
    }
}

TEST_CASE("exceptions are told") {
    auto une = serie("2026-11-24T10:30", "FREQ=WEEKLY");
    une.exclues = {a("2026-12-22T10:30")};
    CHECK(espaces_simples(decrire(une, phrases())) ==
          "tous les mardis à 10 h 30, sauf le 22 décembre 2026");
    une.exclues.push_back(a("2026-12-29T10:30"));
    une.deplacees = {{a("2026-12-01T10:30"), a("2026-12-02T10:30"), 60}};
    CHECK(espaces_simples(decrire(une, phrases())) ==
          "tous les mardis à 10 h 30, sauf 2 fois, 1 déplacée");
}

TEST_CASE("an occurrence is told with what happens to it") {
    const auto dire = [](const Serie& une, const char* jour) {
        return espaces_simples(
            decrire(derouler(une, {le(jour), le(jour)}).value().front(), phrases()));
    };
    auto une = serie("2026-11-24T10:30", "FREQ=WEEKLY");
    CHECK(dire(une, "2026-11-24") == "mardi 24 novembre 2026, de 10 h 30 à 11 h 30");
    une.deplacees = {{a("2026-12-01T10:30"), a("2026-12-02T14:00"), 30}};
    CHECK(dire(une, "2026-12-02") ==
          "mercredi 2 décembre 2026, de 14 h à 14 h 30, déplacée du 1er décembre 2026 à 10 h 30");
    CHECK(dire(serie("2026-11-24T22:00", "", 480), "2026-11-24") ==
          "du mardi 24 novembre 2026 à 22 h au mercredi 25 novembre 2026 à 6 h");
    CHECK(dire(serie("2027-03-28T02:30", ""), "2027-03-28").ends_with("commence à 3 h"));
    CHECK(dire(serie("2026-10-25T02:30", ""), "2026-10-25").ends_with("la première"));
}

TEST_CASE("a feed has times with their zone, one name an event, lines of 75 octets") {
    auto une = serie("2026-11-23T10:30", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331", 45);
    une.exclues = {a("2026-12-22T10:30")};
    une.deplacees = {{a("2026-12-01T10:30"), a("2026-12-02T14:00"), 30},
                     {a("2026-12-03T10:30"), a("2026-12-04T14:00"), 30}};
    const RendezVous tous[] = {
        {.uid = "A1", .titre = "Atelier mémoire, cuisine ; « été »", .serie = une, .revision = 2},
        {.uid = "A2",
         .titre = "Jamais",
         .serie = serie("2026-01-01T09:00", "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29")},
        {.uid = "A3",
         .titre = "Visite",
         .serie = serie("2026-11-25T14:00", ""),
         .texte = std::string(200, 'x') + "\nfin é",
         .lieu = "Salle 2",
         .etat = Etat::annule}};
    const auto flux = ics(tous, "Agenda", core::Instant::parse("2026-11-23T08:00:00Z").value());
    const auto contient = [&](const char* texte) { return flux.find(texte) != std::string::npos; };
    CHECK(contient("DTSTART;TZID=Europe/Paris:20261124T103000\r\n"));
    CHECK(contient("DTEND;TZID=Europe/Paris:20261124T111500\r\n"));
    CHECK(contient("RRULE:FREQ=WEEKLY;UNTIL=20270331T215900Z;BYDAY=TU\r\n"));
    CHECK(contient("EXDATE;TZID=Europe/Paris:20261222T103000\r\n"));
    CHECK(contient("RECURRENCE-ID;TZID=Europe/Paris:20261201T103000\r\n"));
    CHECK_FALSE(contient("20261204"));
    CHECK(contient("SUMMARY:Atelier mémoire\\, cuisine \\; « été »\r\n"));
    CHECK(contient("UID:A1@grappe\r\n"));
    CHECK_FALSE(contient("A2@grappe"));
    CHECK(contient("STATUS:CANCELLED\r\n"));
    std::istringstream lignes{flux};
    for (std::string ligne; std::getline(lignes, ligne);) {
        CHECK(ligne.ends_with('\r'));
        CHECK(ligne.size() <= 76);
    }
}

}  // namespace grappe::recurrence
