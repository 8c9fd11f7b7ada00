// The page of a dossier's members, for its porteur: invite, see where each stands, send the link
// anew, take away.
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/espace/membres_page.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/teleservice/invitation.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using reception::demandeur;

std::string adresse(const Visite& visite) {
    return "/dossiers/" + std::string{visite.requete.path("id")} + "/membres";
}

// What was just done, in words; only a code of ours.
std::string fait_de(const Espace& espace, const Visite& visite) {
    const auto fait = visite.requete.query("fait").value_or("");
    const auto code = "membre.fait." + std::string{fait};
    const auto& phrases = espace.services.phrases;
    return !fait.empty() && phrases.contient(code) ? phrases.rendre(code, {}) : std::string{};
}

http::Response inviter(const Espace& espace, Visite& visite) {
    const auto envoi = lire_envoi(visite);
    MembresTapes tapes{.membre = {.finess_ej = std::string{envoi.valeur("finess_ej")},
                                  .courriel = std::string{envoi.valeur("courriel")}}};
    const auto invite = visite.base.write([&](storage::Writer& db) {
        return teleservice::inviter(db, demandeur(visite),
                                    {.dossier = visite.requete.path("id"),
                                     .finess_ej = tapes.membre.finess_ej,
                                     .courriel = tapes.membre.courriel},
                                    reception::moyens_de(espace.portail, visite));
    });
    if (invite) return http::Response::see_other(adresse(visite) + "?fait=invite");
    tapes.membre.faute = invite.error().code;
    return page_des_membres(espace, visite, tapes);
}

teleservice::MembreDesigne designe(const Visite& visite) {
    return {.dossier = visite.requete.path("id"), .membre = visite.requete.path("membre")};
}

http::Response relancer(const Espace& espace, Visite& visite) {
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return teleservice::relancer(db, demandeur(visite), designe(visite),
                                     reception::moyens_de(espace.portail, visite));
    });
    if (!fait) return refuser(espace, visite, fait.error());
    return http::Response::see_other(adresse(visite) + "?fait=relance");
}

http::Response oter(const Espace& espace, Visite& visite) {
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return teleservice::oter(db, demandeur(visite), designe(visite),
                                 reception::moyens_de(espace.portail, visite));
    });
    if (!fait) return refuser(espace, visite, fait.error());
    return http::Response::see_other(adresse(visite) + "?fait=ote");
}

}  // namespace

http::Response page_des_membres(const Espace& espace, Visite& visite, const MembresTapes& tapes) {
    const auto rendue = visite.base.read([&](storage::Reader& db) -> core::Result<http::Response> {
        const auto id = visite.requete.path("id");
        const auto lu = lire(espace, db, demandeur(visite), id);
        if (!lu) return lu.error();
        const auto membres =
            teleservice::lire_les_membres(db, demandeur(visite), id, espace.portail.moyens);
        if (!membres) return membres.error();
        const auto soutiens = teleservice::lire_les_soutiens(db, demandeur(visite), id);
        if (!soutiens) return soutiens.error();
        auto vue = vue_des_membres(espace, *membres, tapes.membre);
        const bool avant = lu->dossier.portee().avancement == access::Avancement::brouillon;
        ajouter_les_soutiens(espace, {*soutiens, avant}, tapes.soutien, vue);
        vue.ajouter("soutiens_action",
                    "/dossiers/" + std::string{visite.requete.path("id")} + "/soutiens");
        vue.ajouter("action", adresse(visite));
        vue.ajouter("fait", fait_de(espace, visite));
        return montrer(espace, *lu,
                       {.visite = visite,
                        .gabarit = "membres",
                        .onglet = "membres",
                        .titre = pages::dire(espace.services, "espace.onglet.membres")},
                       std::move(vue));
    });
    if (!rendue) return refuser(espace, visite, rendue.error());
    auto reponse = *rendue;
    if (!tapes.sans_faute()) reponse.status = 422;
    return reponse;
}

void ajouter_membres(const Espace& espace) {
    ajouter_lecture(
        espace, {.chemin = "/dossiers/{id}/membres",
                 .resume = "Les membres d'un dossier",
                 .permission = Permission::membre_inviter,
                 .action = [&](Visite& visite) { return page_des_membres(espace, visite, {}); }});
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/{id}/membres",
                   .resume = "Inviter un membre",
                   .permission = Permission::membre_inviter,
                   .action = [&](Visite& visite) { return inviter(espace, visite); }},
                  petit_formulaire);
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/{id}/membres/{membre}/relance",
                   .resume = "Relancer une invitation",
                   .permission = Permission::membre_inviter,
                   .action = [&](Visite& visite) { return relancer(espace, visite); }},
                  petit_formulaire);
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/{id}/membres/{membre}/retrait",
                   .resume = "Retirer un membre",
                   .permission = Permission::membre_inviter,
                   .action = [&](Visite& visite) { return oter(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
