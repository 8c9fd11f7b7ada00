// Pieces: received as they come, given back as attachments.
#include <fmt/format.h>

#include "portail/api/dossiers.hpp"
#include "portail/api/dossiers_json.hpp"
#include "portail/api/reception_piece.hpp"
#include "portail/socle/racine.hpp"
#include "portail/teleservice/piece.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

constexpr std::size_t formulaire_max = teleservice::piece_max + std::size_t{64} * 1024;

// What can be said of the file before anything is written about it.
core::Result<pieces::Format> recevoir(const Teleservice& service,
                                      const ReceptionDePiece& reception) {
    if (!reception.complete() || !reception.fichier() || reception.field("type").empty())
        return core::refuse(core::Reason::invalid, "piece.formulaire");
    auto& fichier = *reception.fichier();
    if (fichier.taille() > teleservice::piece_max)
        return core::refuse(core::Reason::too_large, "piece.taille");
    const auto format = pieces::format_du_nom(reception.nom());
    if (!format) return format;
    fichier.finir();
    if (fichier.a_echoue()) return core::refuse(core::Reason::unavailable, "piece.disque");
    if (const auto vu = pieces::verifier_contenu(fichier.chemin(), *format); !vu) return vu.error();
    if (!service.antivirus) return format;
    const auto sain = service.antivirus->examiner(fichier.chemin());
    return sain ? format : core::Result<pieces::Format>{sain.error()};
}

core::Result<teleservice::NouvellePiece> lire(const Visite& visite,
                                              const ReceptionDePiece& reception,
                                              pieces::Format format) {
    auto nom = pieces::lire_nom_de_fichier(reception.nom());
    if (!nom) return nom.error();
    return teleservice::NouvellePiece{
        .dossier = std::string{visite.requete.path("id")},
        .type = std::string{reception.field("type")},
        .organisme = std::string{reception.field("organisme")},
        .nom = *std::move(nom),
        .format = format,
        .sha256 = reception.fichier()->sha256(),
        .taille = static_cast<std::int64_t>(reception.fichier()->taille()),
        .remplace = std::string{reception.field("remplace")}};
}

// Before the file takes its place: may the actor join a piece here?
core::Result<void> verifier_l_acces(const Visite& visite) {
    const auto dossier = visite.base.read([&](storage::Reader& db) {
        return teleservice::demander_pour(db, demandeur(visite), visite.requete.path("id"),
                                          teleservice::Acte::joindre);
    });
    return dossier ? core::Result<void>{} : core::Result<void>{dossier.error()};
}

core::Result<ReponseGardee> joindre(const Teleservice& service, Visite& visite) {
    if (const auto permis = verifier_l_acces(visite); !permis) return permis.error();
    const auto* reception = dynamic_cast<const ReceptionDePiece*>(visite.requete.sink.get());
    if (!reception) return core::refuse(core::Reason::invalid, "piece.formulaire");
    const auto format = recevoir(service, *reception);
    if (!format) return format.error();
    const auto nouvelle = lire(visite, *reception, *format);
    if (!nouvelle) return nouvelle.error();
    service.magasin.ranger(*reception->fichier());  // the file, then the row that names it
    const auto corps = nouvelle->type + "\n" + nouvelle->organisme + "\n" + nouvelle->nom + "\n" +
                       nouvelle->remplace + "\n" + nouvelle->sha256;
    return une_fois(visite, corps, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
        const auto piece = teleservice::joindre(db, demandeur(visite), *nouvelle);
        if (!piece) return piece.error();
        return ReponseGardee{201, piece_json(*piece)};
    });
}

http::Response retirer(Visite& visite) {
    const auto piece = visite.base.write([&](storage::Writer& db) {
        return teleservice::retirer_piece(
            db, demandeur(visite), {visite.requete.path("id"), visite.requete.path("piece")});
    });
    return piece ? http::Response{.status = 204} : refuser(visite, piece.error());
}

// Characters that need no quotes stay; the others as RFC 5987 writes them.
std::string piece_jointe(std::string_view nom) {
    std::string valeur{"attachment; filename*=UTF-8''"};
    for (const char c : nom) {
        const bool simple = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        if (simple)
            valeur += c;
        else
            fmt::format_to(std::back_inserter(valeur), "%{:02X}",
                           static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return valeur;
}

http::Response telecharger(const Teleservice& service, Visite& visite) {
    const auto piece = visite.base.read([&](storage::Reader& db) {
        return teleservice::lire_piece(db, demandeur(visite),
                                       {visite.requete.path("id"), visite.requete.path("piece")});
    });
    if (!piece) return refuser(visite, piece.error());
    auto octets =
        socle::lire_fichier(service.magasin.chemin(piece->sha256), teleservice::piece_max);
    if (!octets) throw storage::Failure{"the file of a piece is gone: " + piece->sha256};
    return {.content_type = pieces::type_mime(piece->format),
            .body = *std::move(octets),
            .fields = {{"Content-Disposition", piece_jointe(piece->nom)},
                       {"Content-Security-Policy", "sandbox"}}};
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
         .corps_au_plus = formulaire_max,
         .reception = [&](const http::Request& requete) -> std::unique_ptr<http::BodySink> {
             return std::make_unique<ReceptionDePiece>(requete, service.magasin);
         }});
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
