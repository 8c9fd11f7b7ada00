// The routes of each screen; `ajouter_pages` adds them all.
#pragma once

#include "web/garde/garde.hpp"
#include "portail/pages/services.hpp"
#include "web/http/routes.hpp"

namespace grappe::pages {

void ajouter_accueil(http::Routes& routes, const Services& services);
void ajouter_appels(http::Routes& routes, const Services& services);
void ajouter_etablissements(http::Routes& routes, const Services& services);
void ajouter_simulateur(http::Routes& routes, const Services& services);

// Pages of accounts; `ajouter_comptes` adds them all.
void ajouter_inscription(http::Routes& routes, const Services& services,
                         const garde::Comptes& comptes);
void ajouter_connexion(http::Routes& routes, const Services& services,
                       const garde::Comptes& comptes);
void ajouter_openid(http::Routes& routes, const Services& services, const garde::Comptes& comptes);
void ajouter_mon_compte(http::Routes& routes, const Services& services,
                        const garde::Comptes& comptes);

// The mark that the head of a page keeps for who is signed in, and what takes its place.
inline constexpr std::string_view place_du_compte = "<!--compte-->";
// Null: nobody.
void poser_l_entete(const Services& services, const identity::Presence* presence,
                    http::Response& reponse);

}  // namespace grappe::pages
