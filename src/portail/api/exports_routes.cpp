// Exports: ask for a file, see where it stands, take it.
#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/documents/exports.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

http::Response demander(Visite& visite, const Corps& corps) {
    const auto genre = core::named<documents::Genre>(corps.texte("genre"));
    if (!genre) return refuser(visite, core::refuse(core::Reason::invalid, "exports.genre"));
    return repondre(visite, une_fois(visite, visite.requete.body,
                                     [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                                         const auto un = documents::demander_un_export(
                                             db, demandeur(visite),
                                             {.genre = *genre, .objet = corps.texte("objet")});
                                         if (!un) return un.error();
                                         return ReponseGardee{202, documents::export_json(*un)};
                                     }));
}

http::Response lister(Visite& visite) {
    const auto miens = visite.base.read(
        [&](storage::Reader& db) { return documents::mes_exports(db, visite.qui().acteur); });
    std::string corps{"{\"exports\":["};
    for (const auto& un : miens) {
        if (corps.back() != '[') corps += ',';
        corps += documents::export_json(un);
    }
    return http::Response::json(corps.append("]}"));
}

http::Response un(Visite& visite) {
    const auto trouve = visite.base.read([&](storage::Reader& db) {
        return documents::mon_export(db, visite.qui().acteur, visite.requete.path("id"));
    });
    return trouve ? http::Response::json(documents::export_json(*trouve))
                  : refuser(visite, trouve.error());
}

http::Response fichier(const documents::Etagere& etagere, Visite& visite) {
    const auto pris = visite.base.write([&](storage::Writer& db) {
        return documents::prendre(db, demandeur(visite), visite.requete.path("id"));
    });
    if (!pris) return refuser(visite, pris.error());
    const auto vu = etagere.voir(pris->id);
    if (!vu) throw storage::Failure{"the file of an export is gone: " + pris->id};
    return {.content_type = documents::type_mime(pris->genre),
            .lasting_body = vu->octets(),
            .guardian = vu,
            .fields = {{"Content-Disposition", "attachment; filename=\"" + pris->nom + "\""},
                       {"Content-Security-Policy", "sandbox"}}};
}

}  // namespace

void add_exports_routes(http::Routes& routes, const Teleservice& service) {
    garde::ajouter(
        routes, service.comptes,
        ligne_gardee(
            Permission::compte_sien,
            ligne_json(Method::post, "/api/exports",
                       "Demander un fichier : genre liste_csv, liste_xlsx (objet : un état "
                       "ou rien), dossier_pdf, dossier_archive (objet : le dossier), "
                       "mes_donnees",
                       avec_corps({"genre", "objet"}, demander))));
    const auto lire = [&](std::string_view chemin, std::string_view resume, garde::Action action) {
        garde::ajouter(routes, service.comptes,
                       {.methode = Method::get,
                        .chemin = chemin,
                        .resume = resume,
                        .permission = Permission::compte_sien,
                        .action = std::move(action)});
    };
    lire("/api/exports", "Ses propres exports, le dernier demandé d'abord", lister);
    lire("/api/exports/{id}", "Un de ses exports", un);
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/exports/{id}/fichier",
                    .resume = "Le fichier d'un de ses exports",
                    .permission = Permission::compte_sien,
                    .action = [&](Visite& visite) { return fichier(*service.etagere, visite); },
                    .repond = "application/octet-stream"});
}

}  // namespace grappe::api
