// Statuses, refusals, hours, and the week that a page shows.
#include <doctest/doctest.h>

#include <algorithm>

#include "dui/agenda/heures.hpp"
#include "dui/agenda/pour_tests.hpp"
#include "dui/agenda/semaine.hpp"
#include "dui/agenda/statut.hpp"

namespace grappe::agenda {

using tests::a, tests::evenement, tests::personne;

namespace {

std::string code(const core::Result<void>& permis) { return permis ? "" : permis.error().code; }

std::string blocs(const std::vector<Bloc>& tous) {
    std::string texte;
    for (const auto& un : tous)
        texte += std::to_string(un.debut) + "-" + std::to_string(un.fin) + " " +
                 std::to_string(un.colonne) + "/" + std::to_string(un.colonnes) +
                 (un.depuis_la_veille ? " <" : "") + (un.jusqu_au_lendemain ? " >" : "") + "\n";
    return texte;
}

}  // namespace

TEST_CASE("the table of statuses is the committed one") {
    const auto texte = table_des_statuts();
    if (texte != tests::lire_fichier("tests/committed/agenda.txt"))
        std::ofstream{std::string{GRAPPE_ROOT} + "/build/agenda.txt"} << texte;
    INFO("the new text is in build/agenda.txt");
    CHECK(texte == tests::lire_fichier("tests/committed/agenda.txt"));
}

TEST_CASE("every passage is admitted or refused as the table says") {
    const auto apres = a("2026-11-24T12:00");
    for (const auto& [de, nom_de] : names(Statut{}))
        for (const auto& [vers, nom_vers] : names(Statut{})) {
            auto un = evenement("chant", "10:00", "11:00", {personne("A", Presence::presente)});
            un.statut = de;
            const auto* passage =
                std::find_if(passages.begin(), passages.end(),
                             [&](const Passage& p) { return p.de == de && p.vers == vers; });
            CAPTURE(nom_de);
            CAPTURE(nom_vers);
            CHECK(admettre(un, {vers, apres, "erreur de saisie"}).has_value() ==
                  (passage != passages.end()));
            if (passage == passages.end()) {
                CHECK(code(admettre(un, {vers, apres})) == "agenda.passage");
            } else {
                CHECK(code(admettre(un, {vers, apres})) ==
                      (passage->condition == Condition::motif ? "agenda.motif" : ""));
            }
        }
}

TEST_CASE("an event is not done before it begins, nor closed before its end and its presences") {
    auto un = evenement("chant", "10:00", "11:00", {personne("A")});
    CHECK(code(admettre(un, {Statut::realise, a("2026-11-24T09:59")})) == "agenda.pas_commence");
    CHECK(code(admettre(un, {Statut::realise, a("2026-11-24T10:00")})).empty());
    un.statut = Statut::realise;
    CHECK(code(admettre(un, {Statut::termine, a("2026-11-24T10:59")})) == "agenda.pas_fini");
    CHECK(code(admettre(un, {Statut::termine, a("2026-11-24T11:00")})) == "agenda.a_pointer");
    un.participations[0].presence = Presence::refusee;
    CHECK(code(admettre(un, {Statut::termine, a("2026-11-24T11:00")})).empty());
    for (const auto* refus : {"passage", "pas_commence", "pas_fini", "a_pointer", "motif",
                              "refus_annule", "refus_inconnu", "refus_present"})
        CHECK(tests::phrases().contient("agenda." + std::string{refus}));
}

TEST_CASE("a person refuses for herself alone") {
    auto un = evenement("chant", "10:00", "11:00",
                        {personne("A"), personne("B", Presence::presente), {Genre::salle, "A"}});
    const auto refuse = refuser(un, "A").value();
    CHECK(refuse.participations[0].presence == Presence::refusee);
    CHECK(refuse.participations[2].presence == Presence::attendue);
    CHECK(refuser(un, "B").error().code == "agenda.refus_present");
    CHECK(refuser(un, "C").error().code == "agenda.refus_inconnu");
    un.statut = Statut::annule;
    CHECK(refuser(un, "A").error().code == "agenda.refus_annule");
}

TEST_CASE("hours are counted by person and objective") {
    std::vector<Evenement> tous{
        evenement(
            "chant", "10:00", "11:00",
            {personne("B", Presence::presente, "O1"), personne("A", Presence::absente, "O2")}),
        evenement("marche", "14:00", "14:45", {personne("B", Presence::refusee, "O1")}),
        evenement("cuisine", "15:00", "16:30", {personne("B", Presence::presente)}),
        evenement("annulé", "17:00", "18:00", {personne("B", Presence::presente, "O1")}),
        evenement("prévu", "19:00", "20:00", {personne("B", Presence::presente, "O1")})};
    tous[0].statut = Statut::termine;
    tous[1].statut = Statut::realise;
    tous[2].statut = Statut::realise;
    tous[3].statut = Statut::annule;
    const auto sommes = compter(tous);
    REQUIRE(sommes.size() == 3);
    CHECK(sommes[0] == Heures{"A", "O2", 60, 0, 0, 1});
    CHECK(sommes[1] == Heures{"B", "", 90, 90, 0, 0});
    CHECK(sommes[2] == Heures{"B", "O1", 165, 60, 1, 0});
}

TEST_CASE("hours of a night are real: the change of the hour counts") {
    Evenement nuit{.id = "N",
                   .titre = "nuit",
                   .de = a("2026-10-24T22:00"),
                   .a = a("2026-10-25T06:00"),
                   .participations = {personne("A")}};
    CHECK(compter(std::vector{nuit})[0].prevues == 9 * 60);
}

TEST_CASE("a week shows each person's days, blocks side by side when they are at once") {
    const std::vector<std::string> personnes{"B", "A"};
    const std::vector<Evenement> tous{
        evenement("chant", "10:00", "11:00", {personne("A")}),
        evenement("visite", "10:30", "12:00", {personne("A")}),
        evenement("soin", "11:00", "11:30", {personne("A")}),
        evenement("repas", "12:00", "13:00", {personne("A"), personne("B"), personne("C")})};
    const auto dimanche = core::Date::parse("2026-11-29").value();
    const auto semaine = disposer(dimanche, personnes, tous);
    CHECK(semaine.lundi.text() == "2026-11-23");
    REQUIRE(semaine.rangees.size() == 2);
    CHECK(semaine.rangees[0].personne == "B");
    CHECK(blocs(semaine.rangees[0].jours[1]) == "720-780 0/1\n");
    CHECK(blocs(semaine.rangees[1].jours[1]) ==
          "600-660 0/2\n630-720 1/2\n660-690 0/2\n720-780 0/1\n");
    CHECK(semaine.rangees[1].jours[0].empty());
}

TEST_CASE("a night is cut at midnight, and at the ends of the week") {
    const auto lundi = core::Date::parse("2026-11-23").value();
    const auto jours = [&](const char* de, const char* fin) {
        Evenement nuit{.id = "N",
                       .titre = "nuit",
                       .de = a(de),
                       .a = a(fin),
                       .participations = {personne("A")}};
        std::string texte;
        const auto semaine = disposer(lundi, std::vector<std::string>{"A"}, std::vector{nuit});
        for (std::size_t i = 0; i < 7; ++i)
            for (const auto& un : semaine.rangees[0].jours[i])
                texte += std::to_string(i) + ": " + blocs({un});
        return texte;
    };
    CHECK(jours("2026-11-24T22:00", "2026-11-25T06:00") == "1: 1320-1440 0/1 >\n2: 0-360 0/1 <\n");
    CHECK(jours("2026-11-24T22:00", "2026-11-25T00:00") == "1: 1320-1440 0/1\n");
    CHECK(jours("2026-11-22T22:00", "2026-11-23T06:00") == "0: 0-360 0/1 <\n");
    CHECK(jours("2026-11-29T22:00", "2026-11-30T06:00") == "6: 1320-1440 0/1 >\n");
    CHECK(jours("2026-11-20T08:00", "2026-12-02T06:00").starts_with("0: 0-1440 0/1 < >\n"));
    CHECK(jours("2026-11-16T08:00", "2026-11-16T09:00").empty());
    CHECK(jours("2026-11-30T00:00", "2026-11-30T09:00").empty());
}

TEST_CASE("no two blocks of a column overlap, and each day keeps all its blocks") {
    tests::Hasard hasard;
    const std::vector<std::string> personnes{"1", "2", "3", "4"};
    for (int essai = 0; essai < 200; ++essai) {
        const auto tous = hasard.evenements(20);
        const auto semaine = disposer(core::Date::parse("2026-11-24").value(), personnes, tous);
        std::size_t places = 0, attendues = 0;
        for (const auto& un : tous)
            for (const auto& une : un.participations)
                if (une.genre == Genre::personne)
                    attendues +=
                        recurrence::moment_de(un.de).jour == recurrence::moment_de(un.a).jour ||
                                recurrence::moment_de(un.a).minute == 0
                            ? 1
                            : 2;
        for (const auto& rangee : semaine.rangees)
            for (const auto& jour : rangee.jours) {
                places += jour.size();
                for (const auto& un : jour) {
                    REQUIRE(un.debut < un.fin);
                    REQUIRE(un.colonne < un.colonnes);
                    for (const auto& autre : jour)
                        if (&un != &autre && un.colonne == autre.colonne)
                            REQUIRE((un.fin <= autre.debut || autre.fin <= un.debut));
                }
            }
        REQUIRE(places == attendues);
    }
}

TEST_CASE("series become planned events, named by when their rule has them") {
    Modele chant{.id = "M1",
                 .titre = "chant",
                 .participations = {personne("A")},
                 .serie = {.debut = recurrence::Moment::lire("2026-11-23T10:30").value(),
                           .minutes = 60,
                           .regle = recurrence::lire_regle("FREQ=WEEKLY;BYDAY=TU").regle}};
    const recurrence::Fenetre fenetre{core::Date::parse("2026-11-23").value(),
                                      core::Date::parse("2026-12-06").value()};
    const auto tous = deployer(std::vector{chant}, fenetre).value();
    REQUIRE(tous.size() == 2);
    CHECK(tous[0].id == "M1@2026-11-24T10:30");
    CHECK(tous[1].statut == Statut::planifie);
    chant.serie.minutes = 0;
    CHECK(deployer(std::vector{chant}, fenetre).error().code == "recurrence.duree");
}

}  // namespace grappe::agenda
