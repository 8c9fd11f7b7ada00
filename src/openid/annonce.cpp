// Reading of the discovery document (OpenID Connect Discovery 1.0, section 4).
#include "openid/annonce.hpp"

#include <boost/json.hpp>

#include "openid/json.hpp"

namespace grappe::openid {
namespace {

core::Refusal refus(const char* quoi) {
    return core::refuse(core::Reason::unavailable, "openid.annonce", quoi);
}

// The document speaks for its issuer: what the server calls has the same origin, so that a forged
// or careless document cannot point it at an inner service.
core::Result<Adresse> a_appeler(const boost::json::object& lu, const char* nom,
                                const Adresse& emetteur) {
    auto adresse = Adresse::parse(texte(lu, nom));
    if (!adresse || adresse->origine() != emetteur.origine()) return refus(nom);
    return adresse;
}

// Absent means "client_secret_basic" (section 3).
Annonce::Preuve preuve_de(const boost::json::object& lu) {
    const auto connues = textes(lu, "token_endpoint_auth_methods_supported");
    return connues.empty() || contient(connues, "client_secret_basic") ? Annonce::Preuve::entete
                                                                       : Annonce::Preuve::corps;
}

}  // namespace

std::string adresse_de_l_annonce(const Adresse& emetteur) {
    auto adresse = emetteur.text();
    if (adresse.ends_with('/')) adresse.pop_back();
    return adresse + "/.well-known/openid-configuration";
}

core::Result<Annonce> lire_annonce(std::string_view json, const Adresse& emetteur) {
    const auto lu = lire_objet(json);
    if (!lu) return refus("json");
    if (texte(*lu, "issuer") != emetteur.text()) return refus("issuer");
    const auto autorisation = Adresse::parse(texte(*lu, "authorization_endpoint"));
    if (!autorisation) return refus("authorization_endpoint");
    const auto jetons = a_appeler(*lu, "token_endpoint", emetteur);
    if (!jetons) return jetons.error();
    const auto cles = a_appeler(*lu, "jwks_uri", emetteur);
    if (!cles) return cles.error();
    const auto defis = textes(*lu, "code_challenge_methods_supported");
    if (!defis.empty() && !contient(defis, "S256")) return refus("code_challenge_methods");
    return Annonce{
        .autorisation = *autorisation,
        .jetons = *jetons,
        .cles = *cles,
        .preuve = preuve_de(*lu),
        .rappelle_l_emetteur = vrai(*lu, "authorization_response_iss_parameter_supported")};
}

}  // namespace grappe::openid
