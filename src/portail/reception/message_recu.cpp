// Files of a message, checked together.
#include "portail/reception/message_recu.hpp"

#include <algorithm>

#include "core/integer.hpp"
#include "portail/reception/fichier_recu.hpp"
#include "portail/reception/reception_message.hpp"

namespace grappe::reception {
namespace {

int entier(std::string_view texte) { return std::max(core::integer<int>(texte).value_or(0), 0); }

// Of a route's {numero}; 0: it is none.
int numero_de(const garde::Visite& visite) { return entier(visite.requete.path("numero")); }

core::Result<messagerie::FichierRecu> lire(const Fichiers& fichiers,
                                           const ReceptionDeMessage::Joint& joint) {
    const auto format = verifier(fichiers, *joint.fichier, joint.nom);
    if (!format) return format.error();
    auto nom = pieces::lire_nom_de_fichier(joint.nom);
    if (!nom) return nom.error();
    return messagerie::FichierRecu{.nom = *std::move(nom),
                                   .format = *format,
                                   .sha256 = joint.fichier->sha256(),
                                   .taille = static_cast<std::int64_t>(joint.fichier->taille())};
}

}  // namespace

http::SinkMaker receveur_de_message(const Fichiers& fichiers) {
    return [&magasin = fichiers.magasin](const http::Request& requete) {
        return std::unique_ptr<http::BodySink>{
            std::make_unique<ReceptionDeMessage>(requete, magasin)};
    };
}

core::Result<messagerie::NouveauMessage> recevoir_le_message(const Fichiers& fichiers,
                                                             const garde::Visite& visite) {
    const auto permis = visite.base.read([&](storage::Reader& db) {
        return messagerie::permettre_d_ecrire(db, demandeur(visite), visite.requete.path("id"));
    });
    if (!permis) return permis.error();
    const auto* reception = dynamic_cast<const ReceptionDeMessage*>(visite.requete.sink.get());
    if (!reception || !reception->complete())
        return core::refuse(core::Reason::invalid, "message.formulaire");
    if (reception->deborde())
        return core::refuse(core::Reason::rule_not_met, "message.fichiers",
                            std::to_string(messagerie::fichiers_max));
    messagerie::NouveauMessage nouveau{.dossier = std::string{visite.requete.path("id")},
                                       .texte = std::string{reception->field("texte")},
                                       .vu = entier(reception->field("vu"))};
    for (const auto& joint : reception->joints()) {
        auto lu = lire(fichiers, joint);
        if (!lu) return core::refuse(lu.error().reason, lu.error().code, joint.nom);
        nouveau.fichiers.push_back(std::move(lu).value());
    }
    // Then the rows that name them.
    for (const auto& joint : reception->joints()) ranger(fichiers, *joint.fichier);
    return nouveau;
}

core::Result<messagerie::Message> ecrire_le_message(const Fichiers& fichiers,
                                                    const socle::Portail& portail,
                                                    const garde::Visite& visite) {
    const auto nouveau = recevoir_le_message(fichiers, visite);
    if (!nouveau) return nouveau.error();
    return visite.base.write([&](storage::Writer& db) {
        return messagerie::ecrire(db, demandeur(visite), *nouveau, moyens_de(portail, visite));
    });
}

core::Result<int> marquer_les_lus(const garde::Visite& visite) {
    return visite.base.write([&](storage::Writer& db) {
        return messagerie::marquer_lus(db, demandeur(visite),
                                       {visite.requete.path("id"), numero_de(visite)});
    });
}

core::Result<http::Response> rendre_le_fichier(const Fichiers& fichiers,
                                               const garde::Visite& visite) {
    const auto fichier = visite.base.read([&](storage::Reader& db) {
        return messagerie::lire_fichier(db, demandeur(visite),
                                        {visite.requete.path("id"), numero_de(visite)},
                                        visite.requete.path("fichier"));
    });
    if (!fichier) return fichier.error();
    return en_piece_jointe(
        fichiers, {.nom = fichier->nom, .sha256 = fichier->sha256, .format = fichier->format});
}

}  // namespace grappe::reception
