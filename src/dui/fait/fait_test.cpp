// Days and instants of facts: read strictly, written as they were read.
#include "dui/fait/fait.hpp"

#include <doctest/doctest.h>

namespace grappe::fait {

TEST_CASE("a day and an instant come back as they were written") {
    for (const auto* jour : {"1000-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"})
        CHECK(texte_de(*repere_de(jour, Unite::jour), Unite::jour) == jour);
    for (const auto* instant :
         {"1000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z",
          "2024-02-29T12:34:56Z", "2038-01-19T03:14:08Z", "9999-12-31T23:59:59Z"})
        CHECK(texte_de(*repere_de(instant, Unite::seconde), Unite::seconde) == instant);
    CHECK(repere_de("1970-01-02", Unite::jour) == 1);
    CHECK(repere_de("1970-01-02T00:00:01Z", Unite::seconde) == 86'401);
    CHECK(repere_de("1970-01-01T00:00:01.999Z", Unite::seconde) == 1);
}

TEST_CASE("what is not quite a day or an instant is refused") {
    for (const auto* faux :
         {"", "2024-2-29", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "0999-01-01",
          "2024/01/01", "2024-01-01T00:00:00Z", "20240101", "2024-01-1a", " 2024-01-01"})
        CHECK_FALSE(repere_de(faux, Unite::jour));
    for (const auto* faux :
         {"", "2024-01-01", "2024-01-01T00:00:00", "2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z",
          "2024-01-01T00:00:60Z", "2024-01-01 00:00:00Z", "2024-01-01T00:00:00+02:00",
          "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00,5Z", "2024-01-01T0:00:00Z",
          "2023-02-29T00:00:00Z", "2024-01-01T-1:00:00Z"})
        CHECK_FALSE(repere_de(faux, Unite::seconde));
}

TEST_CASE("each type of fact admits its own words and no other") {
    CHECK(admet(Type::projet, Etat::termine));
    CHECK(admet(Type::evenement, Etat::termine));
    CHECK(admet(Type::evenement, Etat::annule));
    CHECK_FALSE(admet(Type::projet, Etat::planifie));
    CHECK_FALSE(admet(Type::evenement, Etat::en_cours));
    CHECK_FALSE(admet(Type::sejour, Etat::qualifiee));
    CHECK_FALSE(admet(Type::personne, Etat::aucun));
    CHECK_FALSE(admet(Type::modification, Etat::automatique));
    CHECK_FALSE(admet(Type::alimentation_dmp, Etat::echec));
}

}  // namespace grappe::fait
