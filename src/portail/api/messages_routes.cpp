// Messages between a porteur and its desk, their files, and what was read of them.
#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/reception/message_recu.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using messagerie::Cote;
using rendu::EcrivainJson;
using teleservice::ReponseGardee;

void ecrire(EcrivainJson& json, const messagerie::Fichier& fichier) {
    json.ouvrir_objet();
    json.membre("id", fichier.id);
    json.membre("nom", fichier.nom);
    json.membre("format", core::name_of(fichier.format));
    json.membre("sha256", fichier.sha256);
    json.membre("taille", fichier.taille);
    json.fermer_objet();
}

// A desk is told to a porteur by its name; who of it wrote, to the desk only.
void ecrire(EcrivainJson& json, const messagerie::Message& message, Cote lecteur) {
    json.membre("numero", message.numero);
    json.membre("cote", core::name_of(message.cote));
    json.cle("guichet");
    message.guichet.empty() ? json.nul() : json.texte(message.guichet);
    if (lecteur == Cote::guichet) json.membre("par", message.par);
    json.membre("texte", message.texte);
    json.membre("ecrit_le", message.ecrit_le.utc_text());
    json.cle("fichiers");
    json.ouvrir_liste();
    for (const auto& fichier : message.fichiers) ecrire(json, fichier);
    json.fermer_liste();
}

std::string message_json(const messagerie::Message& message) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    ecrire(json, message, message.cote);
    json.fermer_objet();
    return texte;
}

std::string fil_json(const messagerie::Fil& fil) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    json.cle("messages");
    json.ouvrir_liste();
    for (const auto& message : fil.messages) {
        json.ouvrir_objet();
        ecrire(json, message, fil.lecteur);
        json.cle("nouveau");
        json.booleen(fil.est_nouveau(message));
        json.fermer_objet();
    }
    json.fermer_liste();
    json.membre("non_lus", fil.non_lus());
    json.cle("ouvert");
    json.booleen(fil.ouvert);
    json.fermer_objet();
    return texte;
}

http::Response lire(Visite& visite) {
    const auto fil = visite.base.read([&](storage::Reader& db) {
        return messagerie::lire(db, demandeur(visite), visite.requete.path("id"));
    });
    return fil ? http::Response::json(fil_json(*fil)) : refuser(visite, fil.error());
}

core::Result<ReponseGardee> ecrire_un(const Teleservice& service, Visite& visite) {
    const auto nouveau = reception::recevoir_le_message(service.fichiers(), visite);
    if (!nouveau) return nouveau.error();
    auto corps = nouveau->texte;
    for (const auto& fichier : nouveau->fichiers)
        corps.append("\n").append(fichier.nom).append(" ").append(fichier.sha256);
    return une_fois(visite, corps, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
        const auto message =
            messagerie::ecrire(db, demandeur(visite), *nouveau, moyens_de(service, visite));
        if (!message) return message.error();
        return ReponseGardee{201, message_json(*message)};
    });
}

http::Response marquer(Visite& visite) {
    const auto restants = reception::marquer_les_lus(visite);
    if (!restants) return refuser(visite, restants.error());
    return http::Response::json("{\"non_lus\":" + std::to_string(*restants) + "}");
}

http::Response telecharger(const Teleservice& service, Visite& visite) {
    auto fichier = reception::rendre_le_fichier(service.fichiers(), visite);
    return fichier ? *std::move(fichier) : refuser(visite, fichier.error());
}

http::Response en_attente(Visite& visite) {
    const auto lues = visite.base.read(
        [&](storage::Reader& db) { return messagerie::attentes(db, visite.qui().acteur); });
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    json.cle("dossiers");
    json.ouvrir_liste();
    for (const auto& attente : lues) {
        json.ouvrir_objet();
        json.membre("id", attente.dossier);
        json.membre("numero", attente.numero);
        json.membre("porteur", attente.porteur);
        json.membre("non_lus", attente.nombre);
        json.membre("depuis", attente.depuis.utc_text());
        json.fermer_objet();
    }
    json.fermer_liste();
    json.fermer_objet();
    return http::Response::json(std::move(texte));
}

}  // namespace

void add_messages_routes(http::Routes& routes, const Teleservice& service) {
    const auto ajouter = [&](garde::Ligne ligne) {
        garde::ajouter(routes, service.comptes, std::move(ligne));
    };
    ajouter({.methode = Method::get,
             .chemin = "/api/messages",
             .resume = "Les dossiers de son guichet dont un message n'est pas lu",
             .permission = Permission::note_lire,
             .action = en_attente});
    ajouter({.methode = Method::get,
             .chemin = "/api/dossiers/{id}/messages",
             .resume = "Les messages entre le porteur et son guichet",
             .permission = Permission::message_lire,
             .action = lire});
    ajouter({.methode = Method::post,
             .chemin = "/api/dossiers/{id}/messages",
             .resume =
                 "Écrire un message (texte, fichier, vu) : cinq fichiers au plus, des formats "
                 "des pièces, 20 Mio chacun",
             .permission = Permission::message_ecrire,
             .action = [&](Visite& visite) { return repondre(visite, ecrire_un(service, visite)); },
             .corps_au_plus = reception::message_au_plus,
             .reception = reception::receveur_de_message(service.fichiers())});
    ajouter(ligne_gardee(Permission::message_lire,
                         ligne_json(Method::post, "/api/dossiers/{id}/messages/{numero}/lecture",
                                    "Dire lus les messages jusqu'à celui-là", marquer)));
    ajouter({.methode = Method::get,
             .chemin = "/api/dossiers/{id}/messages/{numero}/fichiers/{fichier}",
             .resume = "Un fichier d'un message",
             .permission = Permission::message_lire,
             .action = [&](Visite& visite) { return telecharger(service, visite); },
             .repond = "application/octet-stream"});
}

}  // namespace grappe::api
