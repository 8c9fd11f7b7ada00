// What a page says of who reads it: the account, and the entries of the menu that this person may
// open.
#include "access/permissions.hpp"
#include "core/named.hpp"
#include "web/compte/comptes.hpp"

namespace grappe::compte {
namespace {

// What people wrote holds none of these: a template escapes it. Only our pages have the places.
constexpr std::string_view debut_du_droit = "<!--droit:", fin_de_marque = "-->",
                           fin_du_droit = "<!--/droit-->";

bool ouvre(const Tete& tete, const identity::Presence* presence, std::string_view droit) {
    const auto permission = core::named<access::Permission>(droit);
    return presence && permission && garde::passerait(tete.comptes, *presence, *permission);
}

void choisir_les_entrees(const Tete& tete, const identity::Presence* presence, std::string& page) {
    for (auto ou = page.find(debut_du_droit); ou != std::string::npos;
         ou = page.find(debut_du_droit, ou)) {
        const auto nom = ou + debut_du_droit.size();
        const auto entree = page.find(fin_de_marque, nom);
        const auto fin = page.find(fin_du_droit, nom);
        if (entree == std::string::npos || fin == std::string::npos) return;
        const auto lien = entree + fin_de_marque.size();
        const auto reste = ouvre(tete, presence, std::string_view{page}.substr(nom, entree - nom))
                               ? page.substr(lien, fin - lien)
                               : std::string{};
        page.replace(ou, fin + fin_du_droit.size() - ou, reste);
    }
}

}  // namespace

void poser_l_entete(const Tete& tete, const identity::Presence* presence, http::Response& reponse) {
    if (!attend_son_entete(reponse)) return;
    const auto ou = reponse.body.find(place_du_compte);
    reponse.body.replace(ou, place_du_compte.size(), tete.site.entete(presence));
    choisir_les_entrees(tete, presence, reponse.body);
}

bool attend_son_entete(const http::Response& reponse) {
    return reponse.content_type.starts_with("text/html") &&
           reponse.body.find(place_du_compte) != std::string::npos;
}

}  // namespace grappe::compte
