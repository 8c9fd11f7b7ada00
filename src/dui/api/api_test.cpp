// The description of the DUI's API, and that each route of it is told.
#include "dui/api/api.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "fichiers/racine.hpp"
#include "web/http/openapi.hpp"

namespace core = grappe::core;
namespace dui = grappe::dui;
namespace http = grappe::http;
namespace storage = grappe::storage;

namespace {

std::string texte_de(const std::string& chemin) {
    return grappe::fichiers::lire_fichier(chemin, std::size_t{1024} * 1024).value_or("");
}

// Routes that are never called, and all that they hold.
struct Monde {
    std::string racine{GRAPPE_ROOT};
    std::unique_ptr<storage::Pool> bassin =
        *storage::Pool::open("sqlite::memory:", storage::Access::scratch);
    grappe::secret::Coffre coffre = grappe::secret::Coffre::neuf();
    grappe::rules::Phrases phrases =
        grappe::rules::Phrases::charger(texte_de(racine + "/locale/fr.txt")).value();
    grappe::garde::Comptes comptes{.bassin = *bassin,
                                   .coffre = coffre,
                                   .phrases = phrases,
                                   .adresse_publique = [] { return std::string{}; },
                                   .maintenant = [] { return core::Instant::now(); }};
    dui::Mesureur mesureur{.colonnes = {},
                           .regle = grappe::usage::RegleDUsage::lire(
                                        texte_de(racine + "/donnees/indicateurs/usage-1.txt"))
                                        .value(),
                           .maintenant = comptes.maintenant};
    http::Contract contrat = grappe::api::lire_contrat(racine, "dui").value();
    grappe::annuaire::Annuaire annuaire{};
    http::Routes routes{};
    dui::Api api{.comptes = comptes,
                 .mesureur = mesureur,
                 .annuaire = annuaire,
                 .routes = routes,
                 .logiciel = "grappe-dui",
                 .version = "0.1"};

    Monde() {
        dui::ajouter_api(api);
        grappe::api::add_description(routes, contrat, dui::apropos);
    }
    Monde(const Monde&) = delete;
    Monde& operator=(const Monde&) = delete;
};

const Monde& monde() {
    static const Monde seul;
    return seul;
}

}  // namespace

TEST_CASE("the description of the DUI's API is the committed one") {
    const auto texte = http::openapi(monde().routes, monde().contrat, dui::apropos);
    const auto commun = texte_de(monde().racine + "/tests/committed/openapi-dui.json");
    if (texte != commun) std::ofstream{monde().racine + "/build/openapi-dui.json"} << texte;
    INFO("the new text is in build/openapi-dui.json");
    CHECK(texte == commun);
}

TEST_CASE("each route of the DUI's API has its line in the contract, and each line its route") {
    CHECK(monde().contrat.strangers(monde().routes).empty());
}
