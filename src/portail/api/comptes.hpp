// What the routes of accounts share: reading a body, answering a refusal.
#pragma once

#include <functional>

#include "portail/api/corps_json.hpp"
#include "web/garde/garde.hpp"

namespace grappe::api {

inline constexpr std::size_t corps_de_compte_au_plus = std::size_t{16} * 1024;

using ActionJson = std::function<http::Response(garde::Visite&, const Corps&)>;

// An action whose body is a JSON object with these texts: 400 when it is none, 422 when one of them
// is no text.
garde::Action avec_corps(std::vector<std::string_view> champs, ActionJson action);

// A POST or PUT of such an action.
garde::Ligne ligne_json(http::Method methode, std::string_view chemin, std::string_view resume,
                        garde::Action action);

// The same for who is allowed.
garde::Ligne ligne_gardee(access::Permission permission, garde::Ligne ligne);

http::Response sans_contenu();
// 202: a mail follows, whatever the address is.
http::Response courriel_envoye();
// The problem of a refusal; `champ` is the field at fault, empty: the whole.
http::Response refus(const garde::Visite& visite, const core::Refusal& refus,
                     std::string_view champ);
// 204, or the problem.
http::Response fait_ou_refus(const garde::Visite& visite, const core::Result<void>& fait,
                             std::string_view champ);

void add_comptes_routes(http::Routes& routes, const garde::Comptes& comptes);
void add_sessions_routes(http::Routes& routes, const garde::Comptes& comptes);
void add_courriels_routes(http::Routes& routes, const garde::Comptes& comptes);
void add_compte_routes(http::Routes& routes, const garde::Comptes& comptes);

}  // namespace grappe::api
