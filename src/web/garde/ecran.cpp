// Lines of pages.
#include "web/garde/ecran.hpp"

namespace grappe::garde {
namespace {

Ligne ligne_de(Ecran ecran, http::Method methode) {
    return {.methode = methode,
            .chemin = ecran.chemin,
            .resume = ecran.resume,
            .permission = ecran.permission,
            .action = std::move(ecran.action),
            .repond = "text/html",
            .sans_session = std::move(ecran.sans_session)};
}

}  // namespace

Ligne lecture(Ecran ecran) { return ligne_de(std::move(ecran), http::Method::get); }

Ligne envoi(Ecran ecran, std::size_t corps_au_plus) {
    auto ligne = ligne_de(std::move(ecran), http::Method::post);
    ligne.corps_au_plus = corps_au_plus;
    ligne.types = {"application/x-www-form-urlencoded", "multipart/form-data"};
    return ligne;
}

page::Formulaire lire_envoi(const Visite& visite) {
    auto lu = page::lire_formulaire(visite.requete.field("content-type"), visite.requete.body);
    return lu ? std::move(lu).value() : page::Formulaire{};
}

}  // namespace grappe::garde
