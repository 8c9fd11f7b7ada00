// GET of a computation certificate.
#include "portail/api/regles.hpp"
#include "portail/documents/certificat_du_dossier.hpp"

namespace grappe::api {
namespace {

using garde::Visite;

using Certifier = core::Result<documents::CertificatFait> (*)(storage::Reader&,
                                                              const teleservice::Demandeur&,
                                                              std::string_view,
                                                              const documents::RegleDuCertificat&);

http::Response exporter(const Regles& regles, Visite& visite, Certifier certifier) {
    const auto fait = visite.base.read([&](storage::Reader& db) {
        return certifier(db, demandeur(visite), visite.requete.path("id"),
                         {.regles = regles.service.portail.moyens, .versions = regles.versions});
    });
    if (!fait) return refuser(visite, fait.error());
    auto reponse = http::Response::json(fait->octets);
    reponse.fields.push_back({"Content-Disposition", "attachment; filename=\"" + fait->nom + "\""});
    return reponse;
}

}  // namespace

void add_certificat_routes(http::Routes& routes, const Regles& regles) {
    garde::ajouter(
        routes, regles.service.comptes,
        {.methode = http::Method::get,
         .chemin = "/api/dossiers/{id}/certificat",
         .resume = "Le certificat de calcul : de quoi refaire le montant hors du portail",
         .permission = access::Permission::dossier_lire,
         .action = [&](Visite& visite) {
             return exporter(regles, visite, documents::certificat_du_dossier);
         }});
    garde::ajouter(
        routes, regles.service.comptes,
        {.methode = http::Method::get,
         .chemin = "/api/conventions/{id}/certificat",
         .resume = "Le certificat de ce que la convention accorde, avenants en vigueur compris",
         .permission = access::Permission::convention_lire,
         .action = [&](Visite& visite) {
             return exporter(regles, visite, documents::certificat_de_la_convention);
         }});
}

}  // namespace grappe::api
