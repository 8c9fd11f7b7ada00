// Pages of those that support a porteur: invited from the page of members, listed for themselves.
#include "portail/espace/ecran.hpp"
#include "portail/espace/membres_page.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/teleservice/soutien.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;
using pages::dire;
using reception::demandeur;

teleservice::Moyens moyens(const Espace& espace, const Visite& visite) {
    return reception::moyens_de(espace.portail, visite);
}

http::Response retour_aux_membres(const Visite& visite, std::string_view fait) {
    return http::Response::see_other("/dossiers/" + std::string{visite.requete.path("id")} +
                                     "/membres?fait=" + std::string{fait} + "#soutiens");
}

http::Response inviter(const Espace& espace, Visite& visite) {
    const auto envoi = lire_envoi(visite);
    MembresTapes tapes{.soutien = {.role = std::string{envoi.valeur("role")},
                                   .courriel = std::string{envoi.valeur("courriel")}}};
    const auto invite = visite.base.write([&](storage::Writer& db) {
        return teleservice::inviter_un_soutien(db, demandeur(visite),
                                               {.dossier = visite.requete.path("id"),
                                                .role = tapes.soutien.role,
                                                .courriel = tapes.soutien.courriel},
                                               moyens(espace, visite));
    });
    if (invite) return retour_aux_membres(visite, "soutien_invite");
    tapes.soutien.faute = invite.error().code;
    return page_des_membres(espace, visite, tapes);
}

teleservice::SoutienDesigne designe(const Visite& visite) {
    return {.dossier = visite.requete.path("id"), .soutien = visite.requete.path("soutien")};
}

http::Response relancer(const Espace& espace, Visite& visite) {
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return teleservice::relancer_un_soutien(db, demandeur(visite), designe(visite),
                                                moyens(espace, visite));
    });
    if (!fait) return refuser(espace, visite, fait.error());
    return retour_aux_membres(visite, "relance");
}

http::Response retirer(const Espace& espace, Visite& visite) {
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return teleservice::retirer_un_soutien(db, demandeur(visite), designe(visite),
                                               moyens(espace, visite));
    });
    if (!fait) return refuser(espace, visite, fait.error());
    return retour_aux_membres(visite, "soutien_retire");
}

Vue::Liste lignes(const Espace& espace, const access::Acteur& acteur,
                  const std::vector<teleservice::DossierSoutenu>& soutenus) {
    Vue::Liste vues;
    for (const auto& un : soutenus) {
        const std::string role{core::name_of(un.soutien.role)};
        const std::string statut{core::name_of(un.dossier.statut)};
        vues.push_back(Vue{{"id", un.soutien.id},
                           {"lien", "/dossiers/" + un.dossier.id},
                           {"lisible", un.lisible(acteur)},
                           {"nom", un.nom},
                           {"appel", un.dossier.appel},
                           {"role", dire(espace.services, "pages.role." + role)},
                           {"statut", dire(espace.services, "espace.statut." + statut)}});
    }
    return vues;
}

http::Response lister(const Espace& espace, Visite& visite) {
    const auto& acteur = visite.qui().acteur;
    auto vue = visite.base.read([&](storage::Reader& db) {
        const auto soutenus = teleservice::dossiers_du_soutien(db, demandeur(visite));
        const auto proposes = teleservice::soutiens_proposes(db, demandeur(visite));
        return Vue{{"soutenus", lignes(espace, acteur, soutenus)},
                   {"proposes", lignes(espace, acteur, proposes)},
                   {"a_proposes", !proposes.empty()},
                   {"vide", soutenus.empty() && proposes.empty()}};
    });
    vue.ajouter("csrf", visite.qui().csrf);
    return pages::repondre(
        espace.services,
        {.gabarit = "espace_soutiens", .titre = dire(espace.services, "soutien.titre")},
        std::move(vue));
}

// Without the link: the account's address is the one that was invited.
http::Response rejoindre(const Espace& espace, Visite& visite) {
    const auto envoi = lire_envoi(visite);
    const auto soutien = visite.base.write([&](storage::Writer& db) {
        return teleservice::accepter_sans_lien(db, demandeur(visite), envoi.valeur("soutien"),
                                               moyens(espace, visite));
    });
    if (!soutien) return refuser(espace, visite, soutien.error());
    return http::Response::see_other("/dossiers/" + soutien->dossier);
}

}  // namespace

void ajouter_soutiens(const Espace& espace) {
    using Acte = http::Response (*)(const Espace&, Visite&);
    const auto envoi = [&](std::string_view chemin, std::string_view resume, Permission permission,
                           Acte acte) {
        ajouter_envoi(espace,
                      {.chemin = chemin,
                       .resume = resume,
                       .permission = permission,
                       .action = [&espace, acte](Visite& visite) { return acte(espace, visite); }},
                      petit_formulaire);
    };
    envoi("/dossiers/{id}/soutiens", "Inviter un GRADeS ou le Collectif SI",
          Permission::membre_inviter, inviter);
    envoi("/dossiers/{id}/soutiens/{soutien}/relance", "Relancer l'invitation d'un soutien",
          Permission::membre_inviter, relancer);
    envoi("/dossiers/{id}/soutiens/{soutien}/retrait", "Retirer l'accès d'un soutien",
          Permission::membre_inviter, retirer);
    ajouter_lecture(espace, {.chemin = "/soutiens",
                             .resume = "Les dossiers où je soutiens un porteur",
                             .permission = Permission::dossier_conseiller,
                             .action = [&](Visite& visite) { return lister(espace, visite); }});
    envoi("/soutiens", "Rejoindre un dossier où mon adresse est invitée",
          Permission::invitation_accepter, rejoindre);
}

}  // namespace grappe::espace
