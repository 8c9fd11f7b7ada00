// Pages of a member: the invitation, its parts, one of them to fill and agree to.
#include "portail/espace/ecran.hpp"
#include "portail/espace/jeton_recu.hpp"
#include "portail/espace/membre_vues.hpp"
#include "portail/messagerie/messagerie.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/teleservice/refus_dit.hpp"
#include "portail/teleservice/soutien.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using reception::demandeur;

teleservice::Moyens moyens(const Espace& espace, const Visite& visite) {
    return reception::moyens_de(espace.portail, visite);
}

std::string adresse(const membres::Membre& membre) {
    return "/parts/" + membre.dossier + "/" + membre.finess_ej.text();
}

// An account of a desk is no member, and supports under its own role alone.
bool peut_accepter(access::Role du_compte, access::Role propose) {
    return !access::est_un_guichet(du_compte) || du_compte == propose;
}

http::Response invitation(const Espace& espace, Visite& visite) {
    const auto jeton = jeton_recu(visite.requete);
    const auto lue = visite.base.read([&](storage::Reader& db) {
        return teleservice::lire_invitation(db, jeton, visite.moyens.maintenant);
    });
    if (!lue) return refuser(espace, visite, lue.error());
    const bool present = visite.presence.has_value();
    const bool membre = lue->role == access::Role::membre;
    const bool acceptable = present && peut_accepter(visite.presence->acteur.role, lue->role);
    const std::string role{core::name_of(lue->role)};
    return pages::repondre(espace.services,
                           {.gabarit = "membre_invitation",
                            .titre = pages::dire(espace.services, "membre.titre.invitation")},
                           {{"porteur", lue->porteur},
                            {"appel", lue->appel},
                            {"membre", membre},
                            {"role", pages::dire(espace.services, "pages.role." + role)},
                            {"finess_ej", lue->finess_ej ? lue->finess_ej->text() : ""},
                            {"raison_sociale", lue->raison_sociale},
                            {"courriel", lue->courriel},
                            {"jeton", jeton},
                            {"anonyme", !present},
                            {"peut_accepter", acceptable},
                            {"guichet", present && !acceptable},
                            {"compte", present ? visite.presence->courriel : std::string{}},
                            {"csrf", present ? visite.presence->csrf : std::string{}}});
}

// Where the link leads: to one's part, or to the dossier that one supports.
std::string adresse(const membres::Soutien& soutien) { return "/dossiers/" + soutien.dossier; }

http::Response accepter(const Espace& espace, Visite& visite) {
    const std::string jeton{lire_envoi(visite).valeur("jeton")};
    const auto accepte = visite.base.write([&](storage::Writer& db) {
        return teleservice::accepter_le_lien(db, demandeur(visite), jeton, moyens(espace, visite));
    });
    if (!accepte) return refuser(espace, visite, accepte.error());
    return http::Response::see_other(
        std::visit([](const auto& invite) { return adresse(invite); }, *accepte));
}

http::Response mes_parts(const Espace& espace, Visite& visite) {
    auto vue = visite.base.read([&](storage::Reader& db) {
        const auto parts = teleservice::parts_du_compte(db, demandeur(visite));
        NonLus non_lus;
        for (const auto& part : parts)
            non_lus[part.dossier.id] =
                messagerie::non_lus(db, visite.qui().acteur, part.dossier.id);
        return vue_des_parts(espace, parts, teleservice::parts_attendues(db, demandeur(visite)),
                             non_lus);
    });
    vue.ajouter("csrf", visite.qui().csrf);
    return pages::repondre(
        espace.services,
        {.gabarit = "membre_parts", .titre = pages::dire(espace.services, "membre.titre.parts")},
        std::move(vue));
}

teleservice::PartDesignee designee(const Visite& visite) {
    return {.dossier = visite.requete.path("id"), .finess_ej = visite.requete.path("finess_ej")};
}

// `refus`: why the last act was refused; null: it was not.
http::Response part(const Espace& espace, Visite& visite, const core::Refusal* refus) {
    const auto lue = visite.base.read([&](storage::Reader& db) {
        return teleservice::lire_part(db, demandeur(visite), designee(visite),
                                      espace.portail.moyens);
    });
    if (!lue) return refuser(espace, visite, lue.error());
    auto vue = vue_de_la_part(espace, *lue);
    const auto fait = "membre.fait." + std::string{visite.requete.query("fait").value_or("-")};
    const auto& phrases = espace.services.phrases;
    vue.ajouter("fait", phrases.contient(fait) ? phrases.rendre(fait, {}) : std::string{});
    vue.ajouter("faute", refus ? teleservice::dire(*refus, phrases) : std::string{});
    vue.ajouter("csrf", visite.qui().csrf);
    auto reponse = pages::repondre(
        espace.services,
        {.gabarit = "membre_part",
         .titre = pages::dire(espace.services, "membre.titre.part", {{"porteur", lue->nom}}),
         .fil = {pages::etape(espace.services, "/parts")}},
        std::move(vue));
    if (refus) reponse.status = garde::statut_de(refus->reason);
    return reponse;
}

int nombre(std::string_view texte) {
    int lu = 0;
    for (const char c : texte.substr(0, 9)) lu = c >= '0' && c <= '9' ? lu * 10 + (c - '0') : lu;
    return lu;
}

http::Response suite(const Espace& espace, Visite& visite, const std::optional<core::Refusal>& non,
                     std::string_view fait) {
    const auto chemin = "/parts/" + std::string{visite.requete.path("id")} + "/" +
                        std::string{visite.requete.path("finess_ej")};
    if (!non) return http::Response::see_other(chemin + "?fait=" + std::string{fait});
    if (non->reason == core::Reason::conflict || non->reason == core::Reason::rule_not_met ||
        non->reason == core::Reason::invalid)
        return part(espace, visite, &*non);
    return refuser(espace, visite, *non);
}

http::Response ecrire(const Espace& espace, Visite& visite) {
    const auto envoi = lire_envoi(visite);
    const auto ecrit =
        visite.base.write([&](storage::Writer& db) -> core::Result<teleservice::Dossier> {
            const auto avant = teleservice::lire_part(db, demandeur(visite), designee(visite),
                                                      espace.portail.moyens);
            if (!avant) return avant.error();
            return teleservice::ecrire_part(db, demandeur(visite),
                                            {.part = designee(visite),
                                             .version = nombre(envoi.valeur("version")),
                                             .contenu = part_tapee(envoi, avant->contenu)},
                                            moyens(espace, visite));
        });
    return suite(espace, visite, ecrit ? std::nullopt : std::optional{ecrit.error()}, "ecrit");
}

http::Response accorder(const Espace& espace, Visite& visite) {
    const auto envoi = lire_envoi(visite);
    const bool oui = envoi.valeur("accord") == "oui";
    const auto vu = visite.base.write([&](storage::Writer& db) {
        return teleservice::accorder(
            db, demandeur(visite),
            {.membre = {.dossier = visite.requete.path("id"),
                        .finess_ej = visite.requete.path("finess_ej"),
                        .jeton = ""},
             .reponse = oui ? teleservice::Reponse::oui : teleservice::Reponse::non,
             .empreinte = envoi.valeur("empreinte")},
            moyens(espace, visite));
    });
    return suite(espace, visite, vu ? std::nullopt : std::optional{vu.error()},
                 oui ? "accord" : "repris");
}

// To accept without the link: the account's address is the one that was invited.
http::Response rejoindre(const Espace& espace, Visite& visite) {
    const auto envoi = lire_envoi(visite);
    const std::string dossier{envoi.valeur("dossier")}, finess_ej{envoi.valeur("finess_ej")};
    const auto membre = visite.base.write([&](storage::Writer& db) {
        return teleservice::membre_qui_parle(db, demandeur(visite), {dossier, finess_ej, ""},
                                             moyens(espace, visite));
    });
    if (!membre) return refuser(espace, visite, membre.error());
    return http::Response::see_other(adresse(*membre));
}

void ajouter_invitation(const Espace& espace) {
    for (const std::string_view chemin : {"/invitation", "/invitation/{jeton}"})
        garde::ajouter(espace.routes, espace.comptes,
                       {.methode = http::Method::get,
                        .chemin = chemin,
                        .resume = "Une invitation à rejoindre un dossier",
                        .permission = std::nullopt,
                        .action = [&](Visite& visite) { return invitation(espace, visite); },
                        .repond = "text/html"});
    ajouter_envoi(espace,
                  {.chemin = "/invitation",
                   .resume = "Accepter une invitation",
                   .permission = Permission::invitation_accepter,
                   .action = [&](Visite& visite) { return accepter(espace, visite); }},
                  petit_formulaire);
}

}  // namespace

void ajouter_parts(const Espace& espace) {
    ajouter_invitation(espace);
    ajouter_lecture(espace, {.chemin = "/parts",
                             .resume = "Mes parts dans les dossiers d'autres porteurs",
                             .permission = Permission::part_ecrire,
                             .action = [&](Visite& visite) { return mes_parts(espace, visite); }});
    ajouter_envoi(espace,
                  {.chemin = "/parts",
                   .resume = "Rejoindre un dossier où mon adresse est invitée",
                   .permission = Permission::part_ecrire,
                   .action = [&](Visite& visite) { return rejoindre(espace, visite); }},
                  petit_formulaire);
    ajouter_lecture(espace,
                    {.chemin = "/parts/{id}/{finess_ej}",
                     .resume = "Ma part d'un dossier",
                     .permission = Permission::part_ecrire,
                     .action = [&](Visite& visite) { return part(espace, visite, nullptr); }});
    ajouter_envoi(espace,
                  {.chemin = "/parts/{id}/{finess_ej}",
                   .resume = "Écrire ma part d'un dossier",
                   .permission = Permission::part_ecrire,
                   .action = [&](Visite& visite) { return ecrire(espace, visite); }},
                  grand_formulaire);
    ajouter_envoi(espace,
                  {.chemin = "/parts/{id}/{finess_ej}/accord",
                   .resume = "Donner ou reprendre mon accord",
                   .permission = Permission::part_ecrire,
                   .action = [&](Visite& visite) { return accorder(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
