// The window of a measured day on every boundary, from tests/usage/fenetre.cas.
#include "usage/fenetre.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace grappe::usage {
namespace {

core::Date jour(std::string_view texte) { return core::Date::parse(texte).value(); }

}  // namespace

TEST_CASE("the window is three months of the calendar, as days and as instants of Paris") {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/tests/usage/fenetre.cas"};
    int cas = 0;
    for (std::string ligne; std::getline(fichier, ligne);) {
        if (ligne.empty() || ligne.front() == '#') continue;
        CAPTURE(ligne);
        std::istringstream mots{ligne};
        std::string mesuree, fleche, debut, ouvre, ferme;
        mots >> mesuree >> fleche >> debut >> ouvre >> ferme;
        const auto fenetre = fenetre_de(jour(mesuree), 3);
        CHECK(fenetre.debut.text() == debut);
        CHECK(fenetre.fin.text() == mesuree);
        CHECK(fenetre.ouvre.utc_text() == ouvre);
        CHECK(fenetre.ferme.utc_text() == ferme);
        ++cas;
    }
    CHECK(cas >= 26);
}

TEST_CASE("an instant is in the window from its first second to the one before its end") {
    const auto fenetre = fenetre_de(jour("2024-09-30"), 3);
    const auto dedans = [&](std::string_view texte) {
        return fenetre.contient(core::Instant::parse(texte).value());
    };
    CHECK_FALSE(dedans("2024-06-29T21:59:59Z"));
    CHECK(dedans("2024-06-29T22:00:00Z"));
    CHECK(dedans("2024-09-29T21:59:59Z"));
    CHECK_FALSE(dedans("2024-09-29T22:00:00Z"));
    CHECK(fenetre.dernier_jour().text() == "2024-09-29");
}

TEST_CASE("no window ends before it begins, and none is shorter than 89 days") {
    for (auto un = jour("2019-12-01"); un < jour("2029-03-01"); un = un.plus_days(1)) {
        const auto fenetre = fenetre_de(un, 3);
        const auto jours = (fenetre.fin.days() - fenetre.debut.days()).count();
        CAPTURE(un.text());
        CHECK(jours >= 89);
        CHECK(jours <= 92);
    }
}

}  // namespace grappe::usage
