// The signed-in account: what it is, and what it changes with its password.
#include "identity/changement_courriel.hpp"
#include "identity/mot_de_passe.hpp"
#include "identity/reglage_second_facteur.hpp"
#include "identity/second_facteur.hpp"
#include "portail/api/comptes.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {
namespace {

using garde::Visite;
using http::Method;

secret::Secret secret_de(const Corps& corps, std::string_view nom) {
    return secret::Secret{corps.texte(nom)};
}

const std::string& compte_de(const Visite& visite) { return visite.qui().acteur.compte; }

// A wrong password is the field's fault; too many tries are nobody's.
std::string_view champ_de(const core::Refusal& refus, std::string_view champ) {
    if (refus.code == "mot_de_passe.faux") return "mot_de_passe";
    return refus.reason == core::Reason::invalid ? champ : "";
}

http::Response conclure(const Visite& visite, const core::Result<void>& fait,
                        std::string_view champ) {
    return fait_ou_refus(visite, fait, fait ? "" : champ_de(fait.error(), champ));
}

http::Response montrer(Visite& visite) {
    const auto& acteur = visite.qui().acteur;
    const bool facteur = visite.base.read(
        [&](storage::Reader& db) { return identity::a_un_second_facteur(db, acteur.compte); });
    std::string corps;
    rendu::EcrivainJson json{corps};
    json.ouvrir_objet();
    json.membre("id", acteur.compte);
    json.membre("courriel", visite.qui().courriel);
    json.membre("nom", visite.qui().nom);
    json.membre("role", core::name_of(acteur.role));
    json.cle("region");
    acteur.region.empty() ? json.nul() : json.texte(acteur.region);
    json.cle("second_facteur");
    json.booleen(facteur);
    json.fermer_objet();
    return http::Response::json(std::move(corps));
}

http::Response changer_mot(Visite& visite, const Corps& corps) {
    const auto fait =
        identity::changer_mot_de_passe(visite.moyens, {.compte = compte_de(visite),
                                                       .session = visite.qui().session,
                                                       .present = secret_de(corps, "mot_de_passe"),
                                                       .nouveau = secret_de(corps, "nouveau")});
    return conclure(visite, fait, "nouveau");
}

http::Response changer_courriel(Visite& visite, const Corps& corps) {
    const auto fait = identity::demander_changement_courriel(
        visite.moyens, {.compte = compte_de(visite),
                        .courriel = corps.texte("courriel"),
                        .mot_de_passe = secret_de(corps, "mot_de_passe")});
    if (!fait) return conclure(visite, fait, "courriel");
    return courriel_envoye();
}

http::Response proposer(Visite& visite, const Corps& corps) {
    const auto proposition = identity::proposer_second_facteur(visite.moyens, compte_de(visite),
                                                               secret_de(corps, "mot_de_passe"));
    if (!proposition) return refus(visite, proposition.error(), champ_de(proposition.error(), ""));
    std::string texte;
    rendu::EcrivainJson json{texte};
    json.ouvrir_objet();
    for (const auto& [cle, valeur] : {std::pair{"proposition", proposition->scellee},
                                      {"totp_secret", proposition->secret},
                                      {"otpauth", proposition->otpauth}}) {
        json.membre(cle, valeur);
    }
    json.fermer_objet();
    return http::Response::json(std::move(texte));
}

http::Response poser(Visite& visite, const Corps& corps) {
    const auto fait = identity::poser(visite.moyens, {.compte = compte_de(visite),
                                                      .session = visite.qui().session,
                                                      .scellee = corps.texte("proposition"),
                                                      .code = corps.texte("code")});
    return conclure(visite, fait, "code");
}

http::Response retirer(Visite& visite, const Corps& corps) {
    return conclure(
        visite,
        identity::retirer(visite.moyens, compte_de(visite), secret_de(corps, "mot_de_passe")), "");
}

}  // namespace

void add_compte_routes(http::Routes& routes, const garde::Comptes& comptes) {
    garde::ajouter(routes, comptes,
                   {.methode = Method::get,
                    .chemin = "/api/compte",
                    .resume = "Le compte de la session",
                    .permission = access::Permission::compte_sien,
                    .action = montrer});
    const auto ecrire = [&](Method methode, std::string_view chemin, std::string_view resume,
                            garde::Action action) {
        garde::ajouter(routes, comptes,
                       ligne_gardee(access::Permission::compte_sien,
                                    ligne_json(methode, chemin, resume, std::move(action))));
    };
    ecrire(Method::put, "/api/compte/mot-de-passe", "Changement de mot de passe",
           avec_corps({"mot_de_passe", "nouveau"}, changer_mot));
    ecrire(Method::post, "/api/compte/courriel", "Changement d'adresse : un courriel suit",
           avec_corps({"mot_de_passe", "courriel"}, changer_courriel));
    ecrire(Method::post, "/api/compte/second-facteur", "Proposition d'un second facteur",
           avec_corps({"mot_de_passe"}, proposer));
    ecrire(Method::put, "/api/compte/second-facteur", "Pose du second facteur proposé",
           avec_corps({"proposition", "code"}, poser));
    ecrire(Method::post, "/api/compte/second-facteur/retrait", "Retrait du second facteur",
           avec_corps({"mot_de_passe"}, retirer));
}

}  // namespace grappe::api
