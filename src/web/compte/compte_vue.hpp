// The forms and messages of accounts, as views.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/compte/site.hpp"
#include "web/garde/garde.hpp"
#include "web/page/formulaire.hpp"
#include "web/page/vue.hpp"

namespace grappe::compte {

// One field; its sentences are `pages.compte.champ.<nom>` and, when `aide`, `….aide`.
struct ChampDeCompte {
    std::string_view nom;
    std::string_view libelle{};     // a code; empty: that of the name
    std::string_view type;          // "email", "password", "text"
    std::string_view autocomplete;  // what browsers and their vaults fill
    std::string valeur{};           // never of a password
    std::string_view aide{};        // a code
    std::string faute{};            // a code
};

struct FormulaireDeCompte {
    std::string_view code;  // "inscription": pages.compte.inscription.titre, .chapo, .bouton
    std::string action;
    std::vector<ChampDeCompte> champs;
    std::vector<std::pair<std::string, std::string>> caches{};           // hidden fields
    std::vector<std::pair<std::string_view, std::string_view>> liens{};  // address, code
    std::string faute{};         // a code: of the whole form
    bool garde_la_page = false;  // it carries what was typed: its links open beside it
};

http::Response montrer(const Site& site, const FormulaireDeCompte& formulaire, int statut);

// The sign-in, which leads to `retour`.
FormulaireDeCompte par_mot_de_passe(const Site& site, std::string courriel, std::string retour);
// The code of the second factor, after whatever proved the rest.
FormulaireDeCompte par_code(std::string etape, std::string retour);
// Only a page of ours, by its own route, else `sinon`: never an address of elsewhere.
std::string retour_sur(const http::Routes& routes, std::string_view voulu, std::string sinon);
// Where who has just signed in has work to do.
std::string accueil_de(const Site& site, const garde::Visite& visite,
                       const identity::NouvelleSession& session);

// `prefixe` tells two forms of one page apart: ids are unique.
page::Vue vue_du_champ(const Site& site, const ChampDeCompte& champ, std::string_view prefixe);

// A page that says something: pages.compte.<code>.titre and .texte, whose paragraphs are separated
// by "¶".
struct Annonce {
    std::string_view code;
    int statut = 200;
    std::vector<std::pair<std::string_view, std::string_view>> liens{};
};
http::Response montrer(const Site& site, const Annonce& annonce);

// The posted fields; a form that cannot be read is an empty one.
page::Formulaire lire(const http::Request& requete);

// A route of a form: GET shows it, POST does it.
void ajouter_lecture(http::Routes& routes, const garde::Comptes& comptes, std::string_view chemin,
                     garde::Action action);
void ajouter_envoi(http::Routes& routes, const garde::Comptes& comptes, std::string_view chemin,
                   garde::Action action);
// The same for who is signed in.
void ajouter_lecture_gardee(http::Routes& routes, const garde::Comptes& comptes,
                            std::string_view chemin, garde::Action action);
void ajouter_envoi_garde(http::Routes& routes, const garde::Comptes& comptes,
                         std::string_view chemin, garde::Action action);

}  // namespace grappe::compte
