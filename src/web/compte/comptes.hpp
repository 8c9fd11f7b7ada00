// The routes of accounts, the same in both programs.
#pragma once

#include "web/compte/site.hpp"
#include "web/garde/garde.hpp"
#include "web/http/routes.hpp"

namespace grappe::compte {

// All of them, and the head of every page: who is signed in. `site` and `comptes` outlive the
// routes.
void ajouter_comptes(http::Routes& routes, const Site& site, const garde::Comptes& comptes);

void ajouter_inscription(http::Routes& routes, const Site& site, const garde::Comptes& comptes);
void ajouter_confirmation(http::Routes& routes, const Site& site, const garde::Comptes& comptes);
void ajouter_connexion(http::Routes& routes, const Site& site, const garde::Comptes& comptes);
void ajouter_openid(http::Routes& routes, const Site& site, const garde::Comptes& comptes);
void ajouter_mon_compte(http::Routes& routes, const Site& site, const garde::Comptes& comptes);

// The mark that the head of a page keeps for who is signed in, and what takes its place.
inline constexpr std::string_view place_du_compte = "<!--compte-->";
// Only our pages have the place, and only once.
bool attend_son_entete(const http::Response& reponse);

struct Tete {
    const Site& site;
    const garde::Comptes& comptes;
};

// The account, and the menu without what this person may not open. Null: nobody.
void poser_l_entete(const Tete& tete, const identity::Presence* presence, http::Response& reponse);

}  // namespace grappe::compte
