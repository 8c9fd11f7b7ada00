// Site: what the pages of accounts take from the program that serves them.
#pragma once

#include <string>
#include <string_view>

#include "access/roles.hpp"
#include "identity/session.hpp"
#include "rules/phrases.hpp"
#include "web/http/response.hpp"
#include "web/page/page.hpp"
#include "web/page/vue.hpp"

namespace grappe::openid {
class Fournisseur;
}

namespace grappe::compte {

// Who may ask for an account: anybody, or nobody, when an administrator makes them.
enum class Inscription { ouverte, fermee };

class Site {
public:
    virtual ~Site() = default;
    virtual const rules::Phrases& phrases() const = 0;
    virtual Inscription inscription() const = 0;
    virtual openid::Fournisseur* openid() const = 0;  // null: accounts enter by password only

    // The page in the frame of the program; `contenu` is an object.
    virtual http::Response repondre(const page::Page& page, page::Vue contenu) const = 0;
    // Markup of the head of every page; null: nobody is signed in.
    virtual std::string entete(const identity::Presence* presence) const = 0;

    // Where somebody has work to do: a porteur its dossiers, a desk its inbox.
    virtual std::string accueil_de(access::Role role) const = 0;
    virtual std::string role_en_clair(const access::Acteur& acteur) const = 0;
    // The pages beside that of the account: address and words.
    virtual page::Vue::Liste liens_du_compte() const = 0;

    // The address of an act whose form may be carried through the sign-in.
    virtual bool est_un_acte(std::string_view chemin) const = 0;
    // What the sign-in says of such a form: "reprise": pages.compte.reprise.titre…
    virtual std::string_view code_de_reprise(std::string_view chemin) const = 0;
};

std::string dire(const Site& site, std::string_view code);
std::string dire(const Site& site, std::string_view code, const rules::Faits& faits);

}  // namespace grappe::compte
