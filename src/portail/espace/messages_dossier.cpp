// Messages of a dossier: the porteur reads and writes, a member of the grappe reads.
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/messagerie/messagerie.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/fil_vue.hpp"
#include "portail/reception/message_recu.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/part_du_membre.hpp"
#include "web/compte/reprise.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;
using pages::dire;
using reception::demandeur;

struct Tape {
    std::string texte{}, faute{};
};

// What the porteur wrote is signed by its dossier: members read it too.
Vue vue_de(const Espace& espace, const Visite& visite, const messagerie::Fil& fil,
           const Tape& tape) {
    const auto auteur = [&](const messagerie::Message& message) {
        if (message.cote == messagerie::Cote::guichet) return message.guichet;
        const bool soi = message.par == visite.qui().acteur.compte;
        return dire(espace.services, soi ? "message.vous" : "message.le_porteur");
    };
    return pages::vue_du_fil(
        espace.services,
        {.fil = fil,
         .adresse = "/dossiers/" + std::string{visite.requete.path("id")} + "/messages",
         .auteur = auteur,
         .texte = tape.texte,
         .faute = tape.faute});
}

// Members have no screens of the dossier: a page of its own, with the way back to their parts.
http::Response en_membre(const Espace& espace, Visite& visite, const messagerie::Fil& fil) {
    const auto id = visite.requete.path("id");
    const auto nom = visite.base.read([&](storage::Reader& db) -> std::string {
        const auto lu =
            teleservice::lire_en_membre(db, demandeur(visite), id, espace.portail.moyens);
        return lu ? teleservice::nom_du_dossier(lu->contenu, lu->dossier) : std::string{};
    });
    auto vue = vue_de(espace, visite, fil, {});
    vue.ajouter("csrf", visite.qui().csrf);
    vue.ajouter("explication", dire(espace.services, "message.explication.membre"));
    return pages::repondre(
        espace.services,
        {.gabarit = "membre_messages",
         .titre = dire(espace.services, "message.titre.membre", {{"porteur", nom}}),
         .fil = {pages::etape(espace.services, "/parts")}},
        std::move(vue));
}

struct Recu {
    messagerie::Fil fil;
    std::optional<DossierLu> lu;  // empty: the reader is a member
};

core::Result<Recu> lire_tout(const Espace& espace, const Visite& visite) {
    const auto id = visite.requete.path("id");
    return visite.base.read([&](storage::Reader& db) -> core::Result<Recu> {
        auto fil = messagerie::lire(db, demandeur(visite), id);
        if (!fil) return fil.error();
        auto lu = lire(espace, db, demandeur(visite), id);
        if (!lu && lu.error().code != "dossier.part_seulement") return lu.error();
        return Recu{.fil = *std::move(fil),
                    .lu = lu ? std::optional{*std::move(lu)} : std::nullopt};
    });
}

http::Response afficher(const Espace& espace, Visite& visite, const Tape& tape) {
    const auto recu = lire_tout(espace, visite);
    if (!recu) return refuser(espace, visite, recu.error());
    if (!recu->lu) return en_membre(espace, visite, recu->fil);
    auto vue = vue_de(espace, visite, recu->fil, tape);
    const auto* explication = recu->fil.ouvert              ? "message.explication.porteur"
                              : recu->lu->depot.has_value() ? "message.clos"
                                                            : "message.brouillon";
    vue.ajouter("explication", dire(espace.services, explication));
    return montrer(espace, *recu->lu,
                   {.visite = visite,
                    .gabarit = "espace_messages",
                    .onglet = "messages",
                    .titre = dire(espace.services, "espace.onglet.messages")},
                   std::move(vue));
}

http::Response au_fil(const Visite& visite, std::string_view ancre) {
    return http::Response::see_other("/dossiers/" + std::string{visite.requete.path("id")} +
                                     "/messages" + std::string{ancre});
}

http::Response envoyer(const Espace& espace, Visite& visite) {
    const auto ecrit = reception::ecrire_le_message(espace.fichiers, espace.portail, visite);
    if (ecrit) return au_fil(visite, "#m" + std::to_string(ecrit->numero));
    const auto& refus = ecrit.error();
    if (refus.reason == core::Reason::not_found || refus.reason == core::Reason::forbidden)
        return refuser(espace, visite, refus);
    const auto texte = visite.requete.sink ? visite.requete.sink->field("texte") : "";
    auto reponse = afficher(
        espace, visite,
        {.texte = std::string{texte}, .faute = pages::faute_du_message(espace.services, refus)});
    reponse.status = garde::statut_de(refus.reason);
    return reponse;
}

http::Response marquer(const Espace& espace, Visite& visite) {
    const auto fait = reception::marquer_les_lus(visite);
    return fait ? au_fil(visite, "") : refuser(espace, visite, fait.error());
}

http::Response telecharger(const Espace& espace, Visite& visite) {
    auto fichier = reception::rendre_le_fichier(espace.fichiers, visite);
    return fichier ? *std::move(fichier) : refuser(espace, visite, fichier.error());
}

}  // namespace

void ajouter_messages(const Espace& espace) {
    ajouter_lecture(espace,
                    {.chemin = "/dossiers/{id}/messages",
                     .resume = "Messages entre le porteur et son guichet",
                     .permission = Permission::message_lire,
                     .action = [&](Visite& visite) { return afficher(espace, visite, {}); }});
    garde::ajouter(
        espace.routes, espace.comptes,
        {.methode = http::Method::post,
         .chemin = "/dossiers/{id}/messages",
         .resume = "Écrire un message à son guichet",
         .permission = Permission::message_ecrire,
         .action = [&](Visite& visite) { return envoyer(espace, visite); },
         .corps_au_plus = reception::message_au_plus,
         .types = {"multipart/form-data", "application/x-www-form-urlencoded"},
         .repond = "text/html",
         .reception = reception::receveur_de_message(espace.fichiers),
         .sans_session = [&](Visite& visite) { return compte::rattraper(espace.site, visite); }});
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/{id}/messages/{numero}/lecture",
                   .resume = "Dire lus les messages jusqu'à celui-là",
                   .permission = Permission::message_lire,
                   .action = [&](Visite& visite) { return marquer(espace, visite); }},
                  petit_formulaire);
    ajouter_lecture(espace,
                    {.chemin = "/dossiers/{id}/messages/{numero}/fichiers/{fichier}",
                     .resume = "Un fichier d'un message",
                     .permission = Permission::message_lire,
                     .action = [&](Visite& visite) { return telecharger(espace, visite); }});
}

}  // namespace grappe::espace
