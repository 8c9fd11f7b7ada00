// Sessions: opened by a password and a code, listed and closed by their account.
#include "identity/connexion.hpp"
#include "portail/api/comptes.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {
namespace {

using garde::Visite;
using http::Method;

http::Response ouvrir(Visite& visite, const Corps& corps) {
    const auto session = identity::connecter(
        visite.moyens, {.courriel = corps.texte("courriel"),
                        .mot_de_passe = secret::Secret{corps.texte("mot_de_passe")},
                        .code = corps.texte("code"),
                        .origine = visite.origine});
    if (!session) return refus(visite, session.error(), "");
    auto reponse = http::Response::json(R"({"csrf":")" + session->csrf + R"("})");
    reponse.status = 201;
    garde::poser_le_cookie(reponse, visite, session->jeton);
    return reponse;
}

http::Response montrer(Visite& visite) {
    std::string corps;
    rendu::EcrivainJson json{corps};
    json.ouvrir_objet();
    json.membre("id", visite.qui().session);
    json.membre("csrf", visite.qui().csrf);
    json.membre("compte", visite.qui().acteur.compte);
    json.membre("role", core::name_of(visite.qui().acteur.role));
    json.fermer_objet();
    return http::Response::json(std::move(corps));
}

http::Response lister(Visite& visite) {
    const auto sessions = visite.base.read([&](storage::Reader& db) {
        return identity::sessions_de(db, visite.qui().acteur.compte, visite.moyens.reel);
    });
    std::string corps;
    rendu::EcrivainJson json{corps};
    json.ouvrir_objet();
    json.cle("sessions");
    json.ouvrir_liste();
    for (const auto& session : sessions) {
        json.ouvrir_objet();
        json.membre("id", session.id);
        json.membre("appareil", session.appareil);
        json.membre("ouverte_le", session.ouverte_le.utc_text());
        json.membre("vue_le", session.vue_le.utc_text());
        json.cle("courante");
        json.booleen(session.id == visite.qui().session);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.fermer_objet();
    return http::Response::json(std::move(corps));
}

http::Response fermer_la_courante(Visite& visite) {
    identity::quitter(visite.moyens, visite.qui().acteur.compte, visite.qui().session);
    auto reponse = sans_contenu();
    garde::oter_le_cookie(reponse, visite);
    return reponse;
}

http::Response fermer_une(Visite& visite) {
    const std::string id{visite.requete.path("id")};
    if (!identity::quitter(visite.moyens, visite.qui().acteur.compte, id))
        return refus(visite, core::refuse(core::Reason::not_found, "session.inconnue"), "");
    return sans_contenu();
}

http::Response fermer_les_autres(Visite& visite) {
    identity::quitter_les_autres(visite.moyens, visite.qui().acteur.compte, visite.qui().session);
    return sans_contenu();
}

}  // namespace

void add_sessions_routes(http::Routes& routes, const garde::Comptes& comptes) {
    garde::ajouter(routes, comptes,
                   ligne_json(Method::post, "/api/sessions", "Connexion",
                              avec_corps({"courriel", "mot_de_passe", "code"}, ouvrir)));
    const auto du_compte = [&](Method methode, std::string_view chemin, std::string_view resume,
                               garde::Action action) {
        garde::ajouter(routes, comptes,
                       {.methode = methode,
                        .chemin = chemin,
                        .resume = resume,
                        .permission = access::Permission::compte_sien,
                        .action = std::move(action)});
    };
    du_compte(Method::get, "/api/sessions", "Sessions ouvertes du compte", lister);
    du_compte(Method::delete_, "/api/sessions", "Fermeture de toutes les autres sessions",
              fermer_les_autres);
    du_compte(Method::get, "/api/sessions/courante", "Session présente et son jeton", montrer);
    du_compte(Method::delete_, "/api/sessions/courante", "Déconnexion", fermer_la_courante);
    du_compte(Method::delete_, "/api/sessions/{id}", "Fermeture d'une session", fermer_une);
}

}  // namespace grappe::api
