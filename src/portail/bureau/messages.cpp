// Messages of a dossier for its desk: the thread, an answer, what was read; what waits in the
// inbox.
#include "portail/bureau/ecran.hpp"
#include "portail/messagerie/messagerie.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/fil_vue.hpp"
#include "portail/reception/message_recu.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "web/compte/reprise.hpp"

namespace grappe::bureau {
namespace {

using access::Permission;
using garde::Visite;
using reception::demandeur;

struct Tape {
    std::string texte{}, faute{};
};

struct Recu {
    messagerie::Fil fil;
    std::string porteur, numero;
    Noms noms;
};

core::Result<Recu> lire(const Visite& visite) {
    const auto id = visite.requete.path("id");
    return visite.base.read([&](storage::Reader& db) -> core::Result<Recu> {
        auto fil = messagerie::lire(db, demandeur(visite), id);
        if (!fil) return fil.error();
        const auto fiche = teleservice::trouver_fiche(db, id);
        return Recu{.fil = *std::move(fil),
                    .porteur = fiche ? fiche->porteur : std::string{},
                    .numero = fiche ? fiche->numero : std::string{},
                    .noms = Noms{instruction::personnes_du_guichet(db, visite.qui().acteur)}};
    });
}

std::string adresse_de(const Visite& visite) {
    return "/bureau/dossiers/" + std::string{visite.requete.path("id")};
}

// Colleagues see who of them wrote; the porteur sees the desk.
std::string auteur(const Bureau& bureau, const Recu& recu, const messagerie::Message& message) {
    if (message.cote == messagerie::Cote::porteur)
        return recu.porteur.empty() ? pages::dire(bureau.services, "message.le_porteur")
                                    : recu.porteur;
    const auto nom = recu.noms.de(message.par);
    return nom.empty() ? message.guichet : message.guichet + ", " + nom;
}

http::Response afficher(const Bureau& bureau, Visite& visite, const Tape& tape) {
    const auto recu = lire(visite);
    if (!recu) return refuser(bureau, visite, recu.error());
    auto vue = pages::vue_du_fil(
        bureau.services,
        {.fil = recu->fil,
         .adresse = adresse_de(visite) + "/messages",
         .auteur = [&](const auto& message) { return auteur(bureau, *recu, message); },
         .texte = tape.texte,
         .faute = tape.faute});
    const auto dossier = adresse_de(visite);
    vue.ajouter("csrf", visite.qui().csrf);
    vue.ajouter("dossier_lien", dossier);
    vue.ajouter("explication",
                pages::dire(bureau.services,
                            recu->fil.ouvert ? "message.explication.guichet" : "message.clos"));
    const auto examen = pages::dire(bureau.services, "bureau.titre.examen",
                                    {{"numero", std::string_view{recu->numero}}});
    return pages::repondre(bureau.services,
                           {.gabarit = "bureau_messages",
                            .titre = pages::dire(bureau.services, "message.titre.guichet",
                                                 {{"porteur", std::string_view{recu->porteur}}}),
                            .rubrique = "/bureau",
                            .fil = {pages::etape(bureau.services, "/bureau"), {dossier, examen}}},
                           std::move(vue));
}

http::Response au_fil(const Visite& visite, std::string_view ancre) {
    return http::Response::see_other(adresse_de(visite) + "/messages" + std::string{ancre});
}

http::Response envoyer(const Bureau& bureau, Visite& visite) {
    const auto ecrit = reception::ecrire_le_message(bureau.fichiers, bureau.portail, visite);
    if (ecrit) return au_fil(visite, "#m" + std::to_string(ecrit->numero));
    const auto& refus = ecrit.error();
    if (refus.reason == core::Reason::not_found || refus.reason == core::Reason::forbidden)
        return refuser(bureau, visite, refus);
    const auto texte = visite.requete.sink ? visite.requete.sink->field("texte") : "";
    auto reponse = afficher(
        bureau, visite,
        {.texte = std::string{texte}, .faute = pages::faute_du_message(bureau.services, refus)});
    reponse.status = garde::statut_de(refus.reason);
    return reponse;
}

http::Response marquer(const Bureau& bureau, Visite& visite) {
    const auto fait = reception::marquer_les_lus(visite);
    return fait ? au_fil(visite, "") : refuser(bureau, visite, fait.error());
}

http::Response telecharger(const Bureau& bureau, Visite& visite) {
    auto fichier = reception::rendre_le_fichier(bureau.fichiers, visite);
    return fichier ? *std::move(fichier) : refuser(bureau, visite, fichier.error());
}

}  // namespace

void ajouter_messages(const Bureau& bureau) {
    ajouter_lecture(bureau,
                    {.chemin = "/bureau/dossiers/{id}/messages",
                     .resume = "Messages d'un dossier de son guichet",
                     .permission = Permission::note_lire,
                     .action = [&](Visite& visite) { return afficher(bureau, visite, {}); }});
    garde::ajouter(
        bureau.routes, bureau.comptes,
        {.methode = http::Method::post,
         .chemin = "/bureau/dossiers/{id}/messages",
         .resume = "Écrire un message au porteur",
         .permission = Permission::dossier_instruire,
         .action = [&](Visite& visite) { return envoyer(bureau, visite); },
         .corps_au_plus = reception::message_au_plus,
         .types = {"multipart/form-data", "application/x-www-form-urlencoded"},
         .repond = "text/html",
         .reception = reception::receveur_de_message(bureau.fichiers),
         .sans_session = [&](Visite& visite) { return compte::rattraper(bureau.site, visite); }});
    ajouter_envoi(bureau, {.chemin = "/bureau/dossiers/{id}/messages/{numero}/lecture",
                           .resume = "Dire lus les messages jusqu'à celui-là",
                           .permission = Permission::note_lire,
                           .action = [&](Visite& visite) { return marquer(bureau, visite); }});
    ajouter_lecture(bureau,
                    {.chemin = "/bureau/dossiers/{id}/messages/{numero}/fichiers/{fichier}",
                     .resume = "Un fichier d'un message",
                     .permission = Permission::note_lire,
                     .action = [&](Visite& visite) { return telecharger(bureau, visite); }});
}

}  // namespace grappe::bureau
