// The JSON routes of grappe-dui: parse, call one use case, render. No rule, no SQL here.
#pragma once

#include "dui/annuaire/annuaire.hpp"
#include "dui/magasin/moment.hpp"
#include "dui/mesure/mesure.hpp"
#include "web/api/contrat.hpp"
#include "web/garde/garde.hpp"
#include "web/http/routes.hpp"

namespace grappe::dui {

// What the routes read; it outlives them.
struct Api {
    const garde::Comptes& comptes;
    const Mesureur& mesureur;
    annuaire::Annuaire& annuaire;
    http::Routes& routes;
    std::string logiciel, version;              // of the program
    std::function<magasin::Moment()> moment{};  // now, as acts are recorded
};

// Of its description: `lire_contrat(racine, "dui")`.
inline constexpr http::About apropos{
    .title = "Grappe, dossier usager", .version = "1", .cookie = "session_dui"};

// Those of sessions too. Called before add_description().
void ajouter_api(const Api& api);

// One for each resource; ajouter_api() calls them all.
void ajouter_routes_des_indicateurs(const Api& api);
void ajouter_routes_des_dossiers(const Api& api);
void ajouter_routes_des_personnes(const Api& api);
void ajouter_routes_des_identites(const Api& api);
void ajouter_routes_des_transmissions(const Api& api);
void ajouter_routes_des_elements(const Api& api);
void ajouter_routes_de_l_agenda(const Api& api);
void ajouter_routes_des_fiches(const Api& api);

}  // namespace grappe::dui
