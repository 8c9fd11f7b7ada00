// Sessions: opened by a password and a code, listed and closed by their account.
#include <array>

#include "core/json_text.hpp"
#include "identity/connexion.hpp"
#include "web/api/ligne_json.hpp"
#include "web/api/sessions.hpp"

namespace grappe::api {
namespace {

using garde::Visite;
using http::Method;

struct Membre {
    std::string_view nom, texte;
};

template <std::size_t Nombre>
std::string objet(const std::array<Membre, Nombre>& membres) {
    std::string json;
    for (const auto& [nom, texte] : membres) {
        json.append(json.empty() ? "{\"" : ",\"").append(nom).append("\":");
        core::append_json(json, texte);
    }
    return json + "}";
}

http::Response refuser(const Visite& visite, const core::Refusal& refus) {
    return refus_rendu(visite, refus, {garde::statut_de(refus.reason)});
}

http::Response ouvrir(Visite& visite, const Corps& corps) {
    const auto session = identity::connecter(
        visite.moyens, {.courriel = corps.texte("courriel"),
                        .mot_de_passe = secret::Secret{corps.texte("mot_de_passe")},
                        .code = corps.texte("code"),
                        .origine = visite.origine});
    if (!session) return refuser(visite, session.error());
    auto reponse = http::Response::json(objet<1>({{{"csrf", session->csrf}}}));
    reponse.status = 201;
    garde::poser_le_cookie(reponse, visite, session->jeton);
    return reponse;
}

http::Response montrer(Visite& visite) {
    const auto& qui = visite.qui();
    return http::Response::json(objet<4>({{{"id", qui.session},
                                           {"csrf", qui.csrf},
                                           {"compte", qui.acteur.compte},
                                           {"role", core::name_of(qui.acteur.role)}}}));
}

http::Response lister(Visite& visite) {
    const auto sessions = visite.base.read([&](storage::Reader& db) {
        return identity::sessions_de(db, visite.qui().acteur.compte, visite.moyens.reel);
    });
    std::string corps{R"({"sessions":[)"};
    for (const auto& session : sessions) {
        if (corps.back() != '[') corps += ',';
        corps += objet<4>({{{"id", session.id},
                            {"appareil", session.appareil},
                            {"ouverte_le", session.ouverte_le.utc_text()},
                            {"vue_le", session.vue_le.utc_text()}}});
        corps.pop_back();
        corps +=
            session.id == visite.qui().session ? R"(,"courante":true})" : R"(,"courante":false})";
    }
    return http::Response::json(corps + "]}");
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
        return refuser(visite, core::refuse(core::Reason::not_found, "session.inconnue"));
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
