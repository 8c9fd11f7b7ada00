// Messages: who may write, what is kept, what is read.
#include "portail/messagerie/messagerie.hpp"

#include <algorithm>
#include <chrono>

#include "core/texte.hpp"
#include "portail/instruction/moyens.hpp"
#include "portail/messagerie/annonce.hpp"
#include "portail/messagerie/message_repository.hpp"
#include "portail/recevabilite/routage.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/journal.hpp"
#include "secret/hasard.hpp"

namespace grappe::messagerie {
namespace {

using access::Permission;
using teleservice::Dossier, teleservice::Statut;

constexpr std::string_view le_guichet{"guichet"};

Cote cote_de(const access::Acteur& acteur) {
    return access::est_un_guichet(acteur.role) ? Cote::guichet : Cote::porteur;
}

Cote autre(Cote cote) { return cote == Cote::guichet ? Cote::porteur : Cote::guichet; }

// A desk reads as one: what a colleague has read needs no second reader.
std::string_view lecteur_de(const access::Acteur& acteur) {
    return cote_de(acteur) == Cote::guichet ? le_guichet : std::string_view{acteur.compte};
}

core::Result<void> admettre(const Dossier& dossier) {
    if (!dossier.deja_depose()) return core::refuse(core::Reason::conflict, "message.brouillon");
    if (dossier.statut == Statut::retire || dossier.statut == Statut::clos)
        return core::refuse(core::Reason::conflict, "message.clos");
    return {};
}

core::Result<Dossier> demander_pour_ecrire(storage::Reader& db, const Demandeur& qui,
                                           std::string_view id) {
    auto dossier = teleservice::demander(db, qui, id, Permission::message_ecrire);
    if (!dossier) return dossier;
    if (const auto admis = admettre(*dossier); !admis) return admis.error();
    const auto hier = core::Instant::of(qui.maintenant.utc() - std::chrono::hours{24});
    if (messages_depuis(db, id, qui.acteur.compte, hier) >= messages_par_jour)
        return core::refuse(core::Reason::rule_not_met, "message.trop",
                            std::to_string(messages_par_jour));
    return dossier;
}

// Files alone are a message too.
core::Result<std::string> lire_le_texte(const NouveauMessage& nouveau) {
    auto texte = instruction::lire_texte_libre(nouveau.texte);
    if (!texte) return core::refuse(core::Reason::invalid, "message.long", texte.error().detail);
    if (texte->empty() && nouveau.fichiers.empty())
        return core::refuse(core::Reason::invalid, "message.vide");
    return texte;
}

std::vector<Fichier> fichiers_de(const NouveauMessage& nouveau) {
    std::vector<Fichier> fichiers;
    for (const auto& recu : nouveau.fichiers)
        fichiers.push_back({.id = secret::identifiant(),
                            .nom = recu.nom,
                            .format = recu.format,
                            .sha256 = recu.sha256,
                            .taille = recu.taille});
    return fichiers;
}

void noter(storage::Writer& db, const Demandeur& qui, std::string_view acte,
           const MessageVise& vise) {
    teleservice::noter(
        db, qui,
        {acte, "dossier:" + std::string{vise.dossier}, "message:" + std::to_string(vise.numero)});
}

void retenir_la_lecture(storage::Writer& db, const Demandeur& qui, const MessageVise& vise) {
    noter_la_lecture(db,
                     {.dossier = vise.dossier,
                      .lecteur = lecteur_de(qui.acteur),
                      .par = qui.acteur.compte,
                      .numero = vise.numero},
                     qui.maintenant);
    tenir_l_attente(db, vise.dossier, lu_jusqu_a(db, vise.dossier, le_guichet));
}

// Of the desk that examines, which may not be that of the deposit.
std::string nom_du_guichet(storage::Reader& db, const Dossier& dossier) {
    if (dossier.guichet_d_examen() == access::guichet_national)
        return std::string{recevabilite::financeur_national};
    const auto depot = teleservice::dernier_depot(db, dossier.id);
    core::ensure(depot.has_value(), "a desk writes about a deposited dossier");
    return depot->financeur;
}

}  // namespace

int Fil::non_lus() const {
    return static_cast<int>(std::count_if(messages.begin(), messages.end(),
                                          [&](const auto& un) { return est_nouveau(un); }));
}

core::Result<Fil> lire(storage::Reader& db, const Demandeur& qui, std::string_view id) {
    const auto dossier = teleservice::demander(db, qui, id, Permission::message_lire);
    if (!dossier) return dossier.error();
    const bool peut_ecrire =
        access::peut(qui.acteur, Permission::message_ecrire, dossier->portee());
    return Fil{.lecteur = cote_de(qui.acteur),
               .messages = messages(db, id),
               .lu = lu_jusqu_a(db, id, lecteur_de(qui.acteur)),
               .ouvert = peut_ecrire && admettre(*dossier)};
}

core::Result<Resume> resumer(storage::Reader& db, const Demandeur& qui, std::string_view id) {
    const auto dossier = teleservice::demander(db, qui, id, Permission::message_lire);
    if (!dossier) return dossier.error();
    return Resume{dernier_numero(db, id), non_lus(db, qui.acteur, id)};
}

core::Result<void> permettre_d_ecrire(storage::Reader& db, const Demandeur& qui,
                                      std::string_view id) {
    const auto dossier = demander_pour_ecrire(db, qui, id);
    return dossier ? core::Result<void>{} : core::Result<void>{dossier.error()};
}

core::Result<Message> ecrire(storage::Writer& db, const Demandeur& qui,
                             const NouveauMessage& nouveau, const Moyens& moyens) {
    const auto dossier = demander_pour_ecrire(db, qui, nouveau.dossier);
    if (!dossier) return dossier.error();
    if (nouveau.fichiers.size() > fichiers_max)
        return core::refuse(core::Reason::rule_not_met, "message.fichiers",
                            std::to_string(fichiers_max));
    auto texte = lire_le_texte(nouveau);
    if (!texte) return texte.error();
    const auto cote = cote_de(qui.acteur);
    auto message =
        ajouter(db, dossier->id,
                Message{.numero = 0,
                        .cote = cote,
                        .guichet = cote == Cote::guichet ? nom_du_guichet(db, *dossier) : "",
                        .texte = *std::move(texte),
                        .par = qui.acteur.compte,
                        .ecrit_le = qui.maintenant,
                        .fichiers = fichiers_de(nouveau)});
    retenir_la_lecture(db, qui, {dossier->id, std::min(nouveau.vu, message.numero - 1)});
    noter(db, qui, "message.ecrire", {dossier->id, message.numero});
    annoncer(db, *dossier, message, moyens);
    return message;
}

core::Result<int> marquer_lus(storage::Writer& db, const Demandeur& qui, const MessageVise& vise) {
    const auto dossier = teleservice::demander(db, qui, vise.dossier, Permission::message_lire);
    if (!dossier) return dossier.error();
    if (vise.numero < 1 || vise.numero > dernier_numero(db, vise.dossier))
        return core::refuse(core::Reason::not_found, "message.inconnu");
    if (vise.numero > lu_jusqu_a(db, vise.dossier, lecteur_de(qui.acteur))) {
        retenir_la_lecture(db, qui, vise);
        noter(db, qui, "message.lire", vise);
    }
    return non_lus(db, qui.acteur, vise.dossier);
}

core::Result<Fichier> lire_fichier(storage::Reader& db, const Demandeur& qui,
                                   const MessageVise& vise, std::string_view id) {
    const auto dossier = teleservice::demander(db, qui, vise.dossier, Permission::message_lire);
    if (!dossier) return dossier.error();
    if (auto fichier = trouver_le_fichier(db, vise.dossier, vise.numero, id)) return *fichier;
    return core::refuse(core::Reason::not_found, "message.fichier_inconnu");
}

int non_lus(storage::Reader& db, const access::Acteur& acteur, std::string_view dossier) {
    return combien_apres(db, dossier, autre(cote_de(acteur)),
                         lu_jusqu_a(db, dossier, lecteur_de(acteur)));
}

std::vector<Attente> attentes(storage::Reader& db, const access::Acteur& acteur) {
    if (!access::pourrait(acteur, Permission::message_lire) || cote_de(acteur) != Cote::guichet)
        return {};
    return attentes_du_guichet(db, acteur.guichet());
}

}  // namespace grappe::messagerie
