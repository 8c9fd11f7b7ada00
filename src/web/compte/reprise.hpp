// Reprise: a form sent by somebody who is signed in no more is carried through the sign-in, so that
// nothing typed is lost.
#pragma once

#include "web/compte/compte_vue.hpp"
#include "web/compte/site.hpp"
#include "web/garde/garde.hpp"

namespace grappe::compte {

// What travels in hidden fields from the form to the sign-in and back.
struct Reprise {
    std::string suite;   // where the form was sent
    std::string champs;  // its fields, as a form writes them; empty: nothing to carry
    bool vide() const { return champs.empty(); }
};

Reprise lire_reprise(const http::Routes& routes, const Site& site, const page::Formulaire& envoi);
// The form of the request, without its files, its token and any password.
Reprise reprise_de(const http::Request& requete);
void porter(const Reprise& reprise, FormulaireDeCompte& formulaire);

// The sign-in page that carries the form of the request.
http::Response demander_la_connexion(const Site& site, const garde::Visite& visite);

// Signed in again: the form, ready to be sent with the token of the new session.
http::Response rendre_la_saisie(const Site& site, const Reprise& reprise, std::string_view csrf);

// Either of the two, for a form that came without a session or with the token of another one.
http::Response rattraper(const Site& site, const garde::Visite& visite);

}  // namespace grappe::compte
