// What is typed, and what it agrees with.
#include "dui/annuaire/requete.hpp"

#include <doctest/doctest.h>

#include "dui/annuaire/etiquette.hpp"
#include "dui/annuaire/monde_pour_tests.hpp"

namespace grappe::annuaire {
namespace {

std::optional<Accord> accord(std::string_view mot, const Personne& une) {
    const auto etiquette = etiquette_de(une);
    const Vue vue{etiquette.lettres, etiquette.debuts};
    const auto sans = accord_sans_faute(mot, vue);
    return sans ? sans : accord_avec_faute(mot, vue);
}

Personne nommee(std::string nom, std::vector<std::string> prenoms, std::string utilise = {}) {
    return personne_de(tests::une_personne("p", {std::move(nom), std::move(prenoms), "1941-03-12",
                                                 tests::tilleuls, std::move(utilise)}));
}

bool convient(std::string_view tape, std::string_view naissance) {
    const auto date = date_tapee(tape);
    return date && date->convient(tests::le(naissance));
}

}  // namespace

TEST_CASE("a date of birth is typed whole or in part, in several ways") {
    for (const auto* tape : {"12/03/1941", "12-03-1941", "12.3.1941", "1941-03-12", "12031941",
                             "12/03/41", "03/1941", "3/1941", "12/03", "1941"}) {
        CAPTURE(tape);
        CHECK(convient(tape, "1941-03-12"));
        CHECK_FALSE(convient(tape, "1942-04-13"));
    }
    CHECK(convient("12/03/41", "2041-03-12"));
    for (const auto* tape : {"", "12", "32/01/1941", "12/13/1941", "12/03/194", "12//1941", "0941",
                             "19411", "12/03/1941/2", "douze", "00/03/1941"}) {
        CAPTURE(tape);
        CHECK_FALSE(date_tapee(tape));
    }
    CHECK_FALSE(convient("31/02/1941", "1941-03-03"));  // a day that never was is nobody's
}

TEST_CASE("accents, case, hyphens and apostrophes do not count") {
    const auto une = nommee("D’HÉRISSON-Lœuvre", {"JEAN-PIERRE", "Zoé"});
    using enum Niveau;
    using enum Champ;
    for (const auto* mot : {"d", "herisson", "dherisson", "loeuvre", "dherissonloeuvre"}) {
        CAPTURE(mot);
        CHECK(accord(mot, une) == Accord{exact, nom_de_naissance});
    }
    for (const auto* mot : {"jean", "pierre", "jeanpierre", "zoe", "pierrezoe"}) {
        CAPTURE(mot);
        CHECK(accord(mot, une) == Accord{exact, prenoms});
    }
    CHECK(accord("heri", une) == Accord{prefixe, nom_de_naissance});
    CHECK(accord("jeanp", une) == Accord{prefixe, prenoms});
    CHECK(accord("risson", une) == Accord{fragment, nom_de_naissance});
    CHECK(accord("anpi", une) == Accord{fragment, prenoms});
    CHECK_FALSE(accord("loeuvrejean", une));  // from one field to another
    CHECK(requete_de("  Jean-Pierre  D'Hérisson ").mots.size() == 2);
    CHECK(requete_de("Jean jean JEAN - '").mots.size() == 1);
}

TEST_CASE("one letter wrong, missing, too many, or two exchanged, from four letters on") {
    const auto une = nommee("PEYREMONT", {"ALIX"});
    using enum Niveau;
    for (const auto* mot : {"peyramont", "peremont", "peyyremont", "pyeremont", "payremont",
                            "eeyremont", "peyremoont", "peyremon"}) {
        CAPTURE(mot);
        REQUIRE(accord(mot, une));
        CHECK(accord(mot, une)->niveau == (std::string_view{mot} == "peyremon" ? prefixe : faute));
    }
    CHECK(accord("alyx", une) == Accord{faute, Champ::prenoms});
    CHECK(accord("alixe", une) == Accord{faute, Champ::prenoms});
    CHECK_FALSE(accord("aly", une));
    CHECK_FALSE(accord("paeremont", une));
    CHECK_FALSE(accord("pmyreeont", une));
}

TEST_CASE("the used name is searched as the birth name is") {
    const auto une = nommee("PEYREMONT", {"ALIX"}, "de Sourfont");
    CHECK(accord("sourfont", une) == Accord{Niveau::exact, Champ::nom_utilise});
    CHECK(accord("desourfont", une) == Accord{Niveau::exact, Champ::nom_utilise});
}

}  // namespace grappe::annuaire
