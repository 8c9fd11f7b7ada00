// Pieces: received as they come, given back as attachments.
#include "portail/api/dossiers.hpp"
#include "portail/api/dossiers_json.hpp"
#include "portail/reception/fichiers.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

core::Result<ReponseGardee> joindre(const Teleservice& service, Visite& visite) {
    const auto nouvelle = reception::recevoir(service.fichiers(), visite);
    if (!nouvelle) return nouvelle.error();
    const auto corps = nouvelle->type + "\n" + nouvelle->organisme + "\n" + nouvelle->nom + "\n" +
                       nouvelle->remplace + "\n" + nouvelle->sha256;
    return une_fois(visite, corps, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
        const auto piece = teleservice::joindre(db, demandeur(visite), *nouvelle);
        if (!piece) return piece.error();
        return ReponseGardee{201, piece_json(*piece)};
    });
}

http::Response retirer(Visite& visite) {
    const auto fait = une_fois(visite, "", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
        const auto piece = teleservice::retirer_piece(
            db, demandeur(visite), {visite.requete.path("id"), visite.requete.path("piece")});
        if (!piece) return piece.error();
        return ReponseGardee{204, ""};
    });
    return fait ? http::Response{.status = 204} : refuser(visite, fait.error());
}

http::Response telecharger(const Teleservice& service, Visite& visite) {
    auto fichier = reception::rendre(service.fichiers(), visite);
    return fichier ? *std::move(fichier) : refuser(visite, fichier.error());
}

}  // namespace

void add_pieces_routes(http::Routes& routes, const Teleservice& service) {
    garde::ajouter(
        routes, service.comptes,
        {.methode = Method::post,
         .chemin = "/api/dossiers/{id}/pieces",
         .resume = "Joindre une pièce (type, fichier, organisme, remplace) : pdf, doc, docx, xls, "
                   "xlsx, png, jpg ou gif, 20 Mio au plus",
         .permission = Permission::piece_deposer,
         .action = [&](Visite& visite) { return repondre(visite, joindre(service, visite)); },
         .corps_au_plus = reception::formulaire_max,
         .reception = reception::receveur(service.fichiers())});
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::delete_,
                    .chemin = "/api/dossiers/{id}/pieces/{piece}",
                    .resume = "Retirer une pièce",
                    .permission = Permission::piece_deposer,
                    .action = retirer});
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/dossiers/{id}/pieces/{piece}/fichier",
                    .resume = "Le fichier d'une pièce",
                    .permission = Permission::dossier_lire,
                    .action = [&](Visite& visite) { return telecharger(service, visite); },
                    .repond = "application/octet-stream"});
}

}  // namespace grappe::api
