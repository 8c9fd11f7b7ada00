// Routes of reminders: the days that an account wants, the secret address of its calendar, the
// feed.
#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/jalons/echeances.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/teleservice/calendrier.hpp"
#include "portail/teleservice/rappel.hpp"
#include "portail/teleservice/rappel_repository.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;

http::Response montrer(Visite& visite) {
    const auto& compte = visite.qui().acteur.compte;
    std::string corps;
    rendu::EcrivainJson json{corps};
    visite.base.read([&](storage::Reader& db) {
        json.ouvrir_objet();
        json.membre("jours",
                    teleservice::ecrire_les_jours(teleservice::jours_du_compte(db, compte)));
        json.cle("calendrier_cree_le");
        const auto cree_le = teleservice::adresse_creee_le(db, compte);
        cree_le ? json.texte(cree_le->utc_text()) : json.nul();
        json.fermer_objet();
        return true;
    });
    return http::Response::json(std::move(corps));
}

http::Response choisir(Visite& visite, const Corps& corps) {
    const auto jours = teleservice::lire_les_jours(corps.texte("jours"));
    if (!jours) return refus(visite, jours.error(), "jours");
    (void)visite.base.write([&](storage::Writer& db) -> core::Result<void> {
        teleservice::choisir_les_jours(db, demandeur(visite), *jours);
        return {};
    });
    return montrer(visite);
}

// The address is told once: only its digest is kept.
http::Response renouveler(Visite& visite) {
    const auto jeton = visite.base.write([&](storage::Writer& db) -> core::Result<std::string> {
        return teleservice::nouvelle_adresse(db, visite.qui().acteur.compte,
                                             visite.moyens.maintenant);
    });
    std::string corps;
    rendu::EcrivainJson json{corps};
    json.ouvrir_objet();
    json.membre("adresse", visite.moyens.adresse_publique + "/calendrier/" + *jeton + ".ics");
    json.fermer_objet();
    auto reponse = http::Response::json(std::move(corps));
    reponse.status = 201;
    return reponse;
}

http::Response oter(Visite& visite) {
    (void)visite.base.write([&](storage::Writer& db) -> core::Result<void> {
        teleservice::oter_l_adresse(db, visite.qui().acteur.compte);
        return {};
    });
    return sans_contenu();
}

http::Response flux(const Teleservice& service, Visite& visite) {
    constexpr std::string_view suffixe{".ics"};
    auto jeton = visite.requete.path("fichier");
    if (jeton.ends_with(suffixe)) jeton.remove_suffix(suffixe.size());
    const auto maintenant = visite.moyens.maintenant;
    const auto texte = visite.base.read([&](storage::Reader& db) -> core::Result<std::string> {
        const auto compte = teleservice::compte_du_calendrier(db, jeton);
        if (!compte) return core::refuse(core::Reason::not_found, "http.introuvable");
        const auto moyens = moyens_de(service, visite);
        auto toutes = teleservice::echeances(db, *compte, moyens, maintenant);
        for (auto& une : jalons::echeances(db, *compte, moyens, maintenant))
            toutes.push_back(std::move(une));
        return teleservice::ics(toutes, maintenant);
    });
    if (!texte) return refuser(visite, texte.error());
    return {.content_type = "text/calendar; charset=utf-8", .body = *texte};
}

}  // namespace

void add_rappels_routes(http::Routes& routes, const Teleservice& service) {
    const auto sien = [&](garde::Ligne ligne) {
        garde::ajouter(routes, service.comptes,
                       ligne_gardee(Permission::compte_sien, std::move(ligne)));
    };
    sien({.methode = Method::get,
          .chemin = "/api/compte/rappels",
          .resume = "Les rappels que l'on veut avant une clôture",
          .action = montrer});
    sien(ligne_json(Method::put, "/api/compte/rappels", "Choisir ses rappels : « 14,3,1 », ou rien",
                    avec_corps({"jours"}, choisir)));
    sien(ligne_json(Method::post, "/api/compte/calendrier",
                    "Nouvelle adresse secrète de son calendrier ; la précédente ne vaut plus",
                    renouveler));
    sien({.methode = Method::delete_,
          .chemin = "/api/compte/calendrier",
          .resume = "Fermer son calendrier",
          .action = oter});
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/calendrier/{fichier}",
                    .resume = "Ses échéances au format iCalendar, à une adresse secrète",
                    .permission = std::nullopt,
                    .action = [&](Visite& visite) { return flux(service, visite); },
                    .repond = "text/calendar"});
}

}  // namespace grappe::api
