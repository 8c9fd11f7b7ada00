// POST /api/comptes and the links sent by mail: no session is needed, nothing is told of an
// address.
#include "identity/changement_courriel.hpp"
#include "identity/inscription.hpp"
#include "identity/mot_de_passe.hpp"
#include "portail/api/comptes.hpp"
#include "web/http/problem.hpp"

namespace grappe::api {
namespace {

using garde::Visite;
using http::Method;

http::Response fautes_en_probleme(const Visite& visite,
                                  const std::vector<identity::FauteDeSaisie>& fautes) {
    const auto dire = [&](std::string_view code) {
        return visite.comptes.phrases.rendre(code, {});
    };
    http::Problem probleme{
        .status = 422, .code = fautes.front().code, .title = dire(fautes.front().code)};
    for (const auto& faute : fautes)
        probleme.fautes.push_back(
            {.chemin = std::string{faute.champ}, .code = faute.code, .message = dire(faute.code)});
    return http::problem(probleme);
}

// Nobody is signed in: the request is known by its key and its text.
identity::Envoi envoi_de(const Visite& visite) {
    const auto& requete = visite.requete;
    return {.cle = std::string{requete.field("idempotency-key")},
            .texte = requete.target.path + "\n" + std::string{requete.body}};
}

http::Response demander(Visite& visite, const Corps& corps) {
    const identity::DemandeDeCompte demande{
        .courriel = corps.texte("courriel"),
        .nom = corps.texte("nom"),
        .prenom = corps.texte("prenom"),
        .mot_de_passe = secret::Secret{corps.texte("mot_de_passe")},
        .origine = visite.origine,
        .envoi = envoi_de(visite)};
    if (const auto fautes = fautes_de(demande); !fautes.empty())
        return fautes_en_probleme(visite, fautes);
    const auto fait = demander_un_compte(visite.moyens, demande);
    return fait ? courriel_envoye() : refus(visite, fait.error(), "");
}

http::Response activer(Visite& visite, const Corps& corps) {
    return fait_ou_refus(visite, identity::activer(visite.moyens, corps.texte("jeton")), "");
}

http::Response oublier(Visite& visite, const Corps& corps) {
    const auto fait =
        identity::demander_un_nouveau(visite.moyens, {.courriel = corps.texte("courriel"),
                                                      .origine = visite.origine,
                                                      .envoi = envoi_de(visite)});
    if (fait) return courriel_envoye();
    const bool adresse = fait.error().code.starts_with("courriel.");
    return refus(visite, fait.error(), adresse ? "courriel" : "");
}

http::Response remplacer(Visite& visite, const Corps& corps) {
    const auto fait = identity::choisir_un_nouveau(visite.moyens, corps.texte("jeton"),
                                                   secret::Secret{corps.texte("mot_de_passe")});
    const bool perime = !fait && fait.error().reason == core::Reason::gone;
    return fait_ou_refus(visite, fait, perime ? "" : "mot_de_passe");
}

http::Response confirmer(Visite& visite, const Corps& corps) {
    return fait_ou_refus(
        visite, identity::confirmer_changement_courriel(visite.moyens, corps.texte("jeton")), "");
}

}  // namespace

void add_comptes_routes(http::Routes& routes, const garde::Comptes& comptes) {
    const auto poster = [&](std::string_view chemin, std::string_view resume,
                            std::vector<std::string_view> champs, ActionJson action) {
        garde::ajouter(routes, comptes,
                       ligne_json(Method::post, chemin, resume,
                                  avec_corps(std::move(champs), std::move(action))));
    };
    poster("/api/comptes", "Demande d'un compte : un courriel suit",
           {"courriel", "nom", "prenom", "mot_de_passe"}, demander);
    poster("/api/comptes/activation", "Activation d'un compte par son lien", {"jeton"}, activer);
    poster("/api/comptes/mot-de-passe", "Mot de passe oublié : un courriel suit", {"courriel"},
           oublier);
    poster("/api/comptes/mot-de-passe/nouveau", "Nouveau mot de passe par son lien",
           {"jeton", "mot_de_passe"}, remplacer);
    poster("/api/comptes/courriel", "Confirmation d'une nouvelle adresse par son lien", {"jeton"},
           confirmer);
}

}  // namespace grappe::api
