// /usages/{id}: one report for whoever may read it; the desk draws, the porteur answers.
#include "core/integer.hpp"
#include "portail/suivi/ecran.hpp"
#include "portail/suivi/rapport_vue.hpp"
#include "portail/usages/part.hpp"

namespace grappe::suivi {
namespace {

using access::Permission;
using garde::Visite;

// What was just refused, beside the form that it came from.
struct Refuse {
    std::string acte;  // "tirage" or "preuves"
    std::string faute;
    std::string graine{}, nombre{}, source{};  // as typed
    int statut = 422;
};

Droits droits_de(storage::Reader& db, const Visite& visite, std::string_view id) {
    const auto peut = [&](Permission permission) {
        return usages::demander_le_rapport(db, demandeur(visite), id, permission).has_value();
    };
    return {.controle = peut(Permission::dossier_instruire),
            .declare = peut(Permission::usage_declarer)};
}

http::Response montrer(const Suivi& suivi, Visite& visite, const Refuse& refuse) {
    const auto id = visite.requete.path("id");
    Droits droits;
    const auto vu = visite.base.read([&](storage::Reader& db) {
        droits = droits_de(db, visite, id);
        return usages::lire_ou_sa_part(db, demandeur(visite), id, suivi.moyens.registre);
    });
    if (!vu) return refuser(suivi, visite, vu.error());
    auto contenu = vue_du_rapport(suivi, *vu, droits);
    contenu.ajouter("csrf", visite.qui().csrf);
    contenu.ajouter("fait", fait_de(suivi, visite));
    const bool a_mender = visite.requete.query("fait") == "preuves_refusees";
    contenu.ajouter("fait_classe", a_mender ? "warning" : "success");
    contenu.ajouter("faute_du_tirage", refuse.acte == "tirage" ? refuse.faute : std::string{});
    contenu.ajouter("faute_des_preuves", refuse.acte == "preuves" ? refuse.faute : std::string{});
    contenu.ajouter("graine_tapee", refuse.graine);
    contenu.ajouter("nombre_tape", refuse.nombre);
    contenu.ajouter("source_tapee", refuse.source);
    const auto titre =
        pages::dire(suivi.services, "suivi.titre.rapport", {{"numero", vu->rapport.numero}});
    auto reponse = pages::repondre(
        suivi.services,
        {.gabarit = "suivi_rapport", .titre = titre, .fil = {vers_la_liste(suivi, visite)}},
        std::move(contenu));
    if (!refuse.acte.empty()) reponse.status = refuse.statut;
    return reponse;
}

// A stranger gets the page of a refusal; who may try again, the form with what was typed.
http::Response conclure(const Suivi& suivi, Visite& visite, const core::Refusal& refus,
                        Refuse refuse) {
    if (refus.reason == core::Reason::not_found || refus.reason == core::Reason::forbidden)
        return refuser(suivi, visite, refus);
    refuse.faute = dire(suivi, refus);
    refuse.statut = garde::statut_de(refus.reason);
    return montrer(suivi, visite, refuse);
}

http::Response revenir(const Visite& visite, std::string_view fait) {
    return http::Response::see_other(std::string{"/usages/"}
                                         .append(visite.requete.path("id"))
                                         .append("?fait=")
                                         .append(fait)
                                         .append("#controle"));
}

http::Response tirer(const Suivi& suivi, Visite& visite) {
    const auto saisie = lire_envoi(visite);
    const auto nombre = core::integer<std::int64_t>(saisie.valeur("nombre")).value_or(0);
    const auto tirage = visite.base.write([&](storage::Writer& db) {
        return usages::tirer(
            db, demandeur(visite),
            {visite.requete.path("id"), saisie.valeur("graine"), nombre, saisie.valeur("source")},
            identity::poste_de(visite.moyens));
    });
    if (tirage) return revenir(visite, "tirage");
    return conclure(suivi, visite, tirage.error(),
                    {.acte = "tirage",
                     .faute = {},
                     .graine = std::string{saisie.valeur("graine")},
                     .nombre = std::string{saisie.valeur("nombre")},
                     .source = std::string{saisie.valeur("source")}});
}

http::Response prouver(const Suivi& suivi, Visite& visite) {
    const auto saisie = lire_envoi(visite);
    const auto octets = fichier_de(saisie, "preuves");
    if (octets.empty())
        return conclure(suivi, visite, core::refuse(core::Reason::invalid, "usages.fichier_absent"),
                        {.acte = "preuves", .faute = {}});
    const auto preuves = visite.base.write([&](storage::Writer& db) {
        return usages::recevoir_les_preuves(
            db, demandeur(visite),
            {{visite.requete.path("id"), visite.requete.path("tirage")}, octets},
            suivi.services.phrases);
    });
    if (!preuves) return conclure(suivi, visite, preuves.error(), {.acte = "preuves", .faute = {}});
    return revenir(
        visite, preuves->issue == usages::IssueDesPreuves::justes ? "preuves" : "preuves_refusees");
}

}  // namespace

void ajouter_un_rapport(const Suivi& suivi) {
    ajouter_lecture(suivi, {.chemin = "/usages/{id}",
                            .resume = "Un rapport d'usage",
                            .permission = Permission::usage_lire,
                            .action = [&](Visite& visite) { return montrer(suivi, visite, {}); }});
    ajouter_envoi(suivi,
                  {.chemin = "/usages/{id}/tirages",
                   .resume = "Tirer des feuilles d'un rapport d'usage",
                   .permission = Permission::dossier_instruire,
                   .action = [&](Visite& visite) { return tirer(suivi, visite); }},
                  petit_formulaire);
    ajouter_envoi(suivi,
                  {.chemin = "/usages/{id}/tirages/{tirage}/preuves",
                   .resume = "Transmettre les preuves d'un tirage",
                   .permission = Permission::usage_declarer,
                   .action = [&](Visite& visite) { return prouver(suivi, visite); }},
                  usages::preuves_max + petit_formulaire);
}

}  // namespace grappe::suivi
