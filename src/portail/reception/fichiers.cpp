// What can be said of a file before anything is written about it.
#include "portail/reception/fichiers.hpp"

#include "core/texte.hpp"
#include "portail/reception/reception_piece.hpp"
#include "portail/socle/racine.hpp"

namespace grappe::reception {
namespace {

core::Result<pieces::Format> verifier(const Fichiers& fichiers, const ReceptionDePiece& reception) {
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
    if (!fichiers.antivirus) return format;
    const auto sain = fichiers.antivirus->examiner(fichier.chemin());
    return sain ? format : core::Result<pieces::Format>{sain.error()};
}

core::Result<teleservice::NouvellePiece> lire(const garde::Visite& visite,
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
core::Result<void> verifier_l_acces(const garde::Visite& visite) {
    const auto dossier = visite.base.read([&](storage::Reader& db) {
        return teleservice::demander_pour(db, demandeur(visite), visite.requete.path("id"),
                                          teleservice::Acte::joindre);
    });
    return dossier ? core::Result<void>{} : core::Result<void>{dossier.error()};
}

// Characters that need no quotes stay; the others as RFC 5987 writes them.
std::string piece_jointe(std::string_view nom) {
    return "attachment; filename*=UTF-8''" + core::percent_encoded(nom);
}

}  // namespace

teleservice::Moyens moyens_de(const socle::Portail& portail, const garde::Visite& visite) {
    return {.regles = portail.moyens,
            .adresse_publique = visite.moyens.adresse_publique,
            .reel = visite.moyens.reel};
}

teleservice::Demandeur demandeur(const garde::Visite& visite) {
    return {.acteur = visite.qui().acteur, .maintenant = visite.moyens.maintenant};
}

http::SinkMaker receveur(const Fichiers& fichiers) {
    return [&magasin = fichiers.magasin](const http::Request& requete) {
        return std::unique_ptr<http::BodySink>{
            std::make_unique<ReceptionDePiece>(requete, magasin)};
    };
}

core::Result<teleservice::NouvellePiece> recevoir(const Fichiers& fichiers,
                                                  const garde::Visite& visite) {
    if (const auto permis = verifier_l_acces(visite); !permis) return permis.error();
    const auto* reception = dynamic_cast<const ReceptionDePiece*>(visite.requete.sink.get());
    if (!reception) return core::refuse(core::Reason::invalid, "piece.formulaire");
    const auto format = verifier(fichiers, *reception);
    if (!format) return format.error();
    auto nouvelle = lire(visite, *reception, *format);
    if (nouvelle) fichiers.magasin.ranger(*reception->fichier());  // then the row that names it
    return nouvelle;
}

core::Result<http::Response> rendre(const Fichiers& fichiers, const garde::Visite& visite) {
    const auto piece = visite.base.read([&](storage::Reader& db) {
        return teleservice::lire_piece(db, demandeur(visite),
                                       {visite.requete.path("id"), visite.requete.path("piece")});
    });
    if (!piece) return piece.error();
    auto octets =
        socle::lire_fichier(fichiers.magasin.chemin(piece->sha256), teleservice::piece_max);
    if (!octets) throw storage::Failure{"the file of a piece is gone: " + piece->sha256};
    return http::Response{.content_type = pieces::type_mime(piece->format),
                          .body = *std::move(octets),
                          .fields = {{"Content-Disposition", piece_jointe(piece->nom)},
                                     {"Content-Security-Policy", "sandbox"}}};
}

}  // namespace grappe::reception
