// Documents made by the program: the receipt as a PDF.
#include "portail/api/dossiers.hpp"
#include "portail/documents/depot_lu.hpp"
#include "portail/documents/recepisse_pdf.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using documents::DepotLu;
using garde::Visite;
using http::Method;

http::Response montrer(const Teleservice& service, const Visite& visite,
                       const core::Result<DepotLu>& lu) {
    if (!lu) return refuser(visite, lu.error());
    const auto& phrases = service.portail.phrases;
    const bool fixee = service.portail.horloge == socle::Horloge::fixee;
    const auto mention = fixee ? phrases.rendre("documents.horloge_fixee", {}) : std::string{};
    auto pdf = documents::recepisse_en_pdf({.depot = lu->depot,
                                            .pieces = lu->pieces,
                                            .adresse_publique = visite.moyens.adresse_publique,
                                            .mention = mention},
                                           phrases);
    return {.content_type = "application/pdf",
            .body = std::move(pdf),
            .fields = {{"Content-Disposition",
                        "inline; filename=\"recepisse-" + lu->depot.numero + ".pdf\""}}};
}

http::Response par_le_numero(const Teleservice& service, Visite& visite) {
    return montrer(service, visite, visite.base.read([&](storage::Reader& db) {
        return documents::depot_du_recepisse(db, visite.requete.path("numero"),
                                             visite.requete.query("empreinte").value_or(""));
    }));
}

http::Response par_le_dossier(const Teleservice& service, Visite& visite) {
    return montrer(service, visite, visite.base.read([&](storage::Reader& db) {
        return documents::dernier_depot_lu(db, demandeur(visite), visite.requete.path("id"));
    }));
}

}  // namespace

void add_documents_routes(http::Routes& routes, const Teleservice& service) {
    for (const auto* chemin : {"/recepisses/{numero}.pdf", "/api/recepisses/{numero}.pdf"})
        garde::ajouter(routes, service.comptes,
                       {.methode = Method::get,
                        .chemin = chemin,
                        .resume = "Le récépissé en PDF, pour qui connaît son empreinte",
                        .permission = std::nullopt,
                        .action = [&](Visite& visite) { return par_le_numero(service, visite); },
                        .parametres = {{"empreinte", "Empreinte écrite sur le récépissé"}},
                        .repond = "application/pdf"});
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/dossiers/{id}/recepisse.pdf",
                    .resume = "Le récépissé du dernier dépôt, en PDF",
                    .permission = Permission::dossier_lire,
                    .action = [&](Visite& visite) { return par_le_dossier(service, visite); },
                    .repond = "application/pdf"});
}

}  // namespace grappe::api
