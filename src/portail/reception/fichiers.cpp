// What can be said of a file before anything is written about it.
#include "portail/reception/fichiers.hpp"

#include "portail/reception/fichier_recu.hpp"
#include "portail/reception/reception_piece.hpp"

namespace grappe::reception {
namespace {

core::Result<pieces::Format> verifier(const Fichiers& fichiers, const ReceptionDePiece& reception) {
    if (!reception.complete() || !reception.fichier() || reception.field("type").empty())
        return core::refuse(core::Reason::invalid, "piece.formulaire");
    return verifier(fichiers, *reception.fichier(), reception.nom());
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

}  // namespace

membres::Qui qui_demande(const garde::Visite& visite) {
    return {.acteur = visite.qui().acteur,
            .maintenant = visite.moyens.maintenant,
            .reel = visite.moyens.reel,
            .phrases = visite.comptes.phrases,
            .adresse_publique = visite.moyens.adresse_publique};
}

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
    if (nouvelle) ranger(fichiers, *reception->fichier());  // then the row that names it
    return nouvelle;
}

core::Result<http::Response> rendre(const Fichiers& fichiers, const garde::Visite& visite) {
    const auto piece = visite.base.read([&](storage::Reader& db) {
        return teleservice::lire_piece(db, demandeur(visite),
                                       {visite.requete.path("id"), visite.requete.path("piece")});
    });
    if (!piece) return piece.error();
    return en_piece_jointe(fichiers,
                           {.nom = piece->nom, .sha256 = piece->sha256, .format = piece->format});
}

}  // namespace grappe::reception
