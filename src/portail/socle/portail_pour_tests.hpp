// For the tests: a portail without its server, on the shipped calls and a register of a few lines,
// at a fixed instant. Its values refer to each other: it does not move.
#pragma once

#include <string>
#include <vector>

#include "portail/programme/appels_pour_tests.hpp"
#include "portail/socle/portail.hpp"

namespace grappe::socle {

struct PortailPourTests {
    std::string racine{GRAPPE_ROOT};
    rules::Phrases phrases{programme::phrases()};
    programme::Appels appels{programme::charger_appels({racine + "/appels"})};
    referentiels::Territoires territoires{
        referentiels::charger_territoires(racine + "/donnees").value()};
    referentiels::Categories categories{
        referentiels::charger_categories(racine + "/donnees").value()};
    referentiels::RegistreEnMemoire registre;
    Portail portail;

    PortailPourTests(std::vector<referentiels::Etablissement> etablissements, core::Instant instant)
        : registre{core::Date::parse("2021-01-08").value(),
                   std::move(etablissements),
                   categories,
                   {}},
          portail{.registre = registre,
                  .referentiels = {territoires, categories},
                  .appels = appels,
                  .phrases = phrases,
                  .moyens = moyens_du_serveur(registre, appels, {territoires, categories}, phrases),
                  .maintenant = [instant] { return instant; },
                  .horloge = Horloge::fixee} {}
    PortailPourTests(const PortailPourTests&) = delete;
    PortailPourTests& operator=(const PortailPourTests&) = delete;
};

}  // namespace grappe::socle
