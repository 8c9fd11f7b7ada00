// What the routes of accounts share: answering a refusal of theirs.
#pragma once

#include "web/api/ligne_json.hpp"

namespace grappe::api {

// A JSON line for who is allowed.
garde::Ligne ligne_gardee(access::Permission permission, garde::Ligne ligne);

// Readings and JSON acts, a line each.
struct Lignes {
    http::Routes& routes;
    const garde::Comptes& comptes;
    std::size_t corps_au_plus = corps_de_compte_au_plus;

    void lecture(access::Permission permission, std::string_view chemin, std::string_view resume,
                 garde::Action action) const;
    void poste(access::Permission permission, std::string_view chemin, std::string_view resume,
               garde::Action action) const;
};

// 202: a mail follows, whatever the address is.
http::Response courriel_envoye();
// The problem of a refusal; `champ` is the field at fault, empty: the whole.
http::Response refus(const garde::Visite& visite, const core::Refusal& refus,
                     std::string_view champ);
// 204, or the problem.
http::Response fait_ou_refus(const garde::Visite& visite, const core::Result<void>& fait,
                             std::string_view champ);

void add_comptes_routes(http::Routes& routes, const garde::Comptes& comptes);
void add_courriels_routes(http::Routes& routes, const garde::Comptes& comptes);
void add_compte_routes(http::Routes& routes, const garde::Comptes& comptes);

}  // namespace grappe::api
