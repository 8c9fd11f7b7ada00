// /agenda/evenements/{id}?le=: one occurrence: presence in two taps, status, report, move, cancel.
#include <algorithm>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/agenda/statut.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/planning/routes.hpp"
#include "dui/planning/saisie.hpp"
#include "dui/planning/vues.hpp"
#include "dui/recurrence/description.hpp"
#include "dui/rencontre/rencontre.hpp"
#include "dui/rendez_vous/tenue.hpp"

namespace grappe::planning {
namespace {

using agenda::Genre, agenda::Presence, agenda::Statut;
using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::ajouter_envoi, rencontre::instant, rencontre::maintenant;
using rendez_vous::Auteur, rendez_vous::Cible, rendez_vous::Detail, rendez_vous::Issue;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 16 * 1024;

struct Lue {
    acces::Professionnel qui;
    Detail detail;
    bool ecrit = false;
    Vue::Liste personnes{}, autres{}, conflits{};
};

// The three answers that a carer gives with one more tap; a refusal may come before.
Vue::Liste reponses(const dui::Services& services, const std::string& qui, Presence dite,
                    bool commence) {
    Vue::Liste vues;
    for (const auto une :
         {Presence::presente, Presence::absente, Presence::excusee, Presence::refusee}) {
        const bool avant = une == Presence::excusee || une == Presence::refusee;
        if (!commence && !avant) continue;
        const std::string code{core::name_of(une)};
        const auto nom = dire(services, "planning.pointer." + code);
        vues.push_back(Vue{{"code", code},
                           {"nom_de_la_reponse", nom},
                           {"etiquette", nom + ", " + qui},
                           {"dite", une == dite}});
    }
    return vues;
}

void lire_les_participants(const Ecrans& ecrans, Noms& noms, Lue& lue) {
    const auto& evenement = lue.detail.occurrence.evenement;
    const bool commence = evenement.de <= instant(ecrans);
    for (const auto& une : evenement.participations) {
        const bool personne = une.genre == Genre::personne;
        auto vue = Vue{
            {"nom", noms.de(une.genre, une.id)},
            {"genre", core::name_of(une.genre)},
            {"id", une.id},
            {"adresse", personne ? dui::adresse_sous("/agenda/personne", une.id) : std::string{}},
            {"presence", dire(ecrans.services,
                              "planning.presence." + std::string{core::name_of(une.presence)})},
            {"reponses",
             personne && lue.ecrit && evenement.vivant()
                 ? reponses(ecrans.services, noms.de(une.genre, une.id), une.presence, commence)
                 : Vue::Liste{}}};
        (personne ? lue.personnes : lue.autres).push_back(std::move(vue));
    }
}

core::Result<Lue> lire(const Ecrans& ecrans, Reader& db, const Visite& visite,
                       std::string_view le) {
    ecrans.annuaire.mettre_a_jour(db);
    auto qui = acces::professionnel(db, visite.qui().acteur);
    auto detail = rendez_vous::lire(db, qui,
                                    {std::string{visite.requete.path("id")}, std::string{le},
                                     core::paris().day_of(instant(ecrans))});
    if (!detail) return detail.error();
    if (auto qui_donc = rendez_vous::reserve_a(detail->occurrence.evenement,
                                               cercle::fermees_a(db, qui.acteur, instant(ecrans)));
        !qui_donc.empty())
        return core::refuse(core::Reason::forbidden, "dui.hors_du_cercle", std::move(qui_donc));
    Lue lue{std::move(qui), *std::move(detail)};
    const auto finess_et = lue.detail.rendez_vous.finess_et.text();
    lue.ecrit = lue.qui.peut_a(access::Permission::dossier_usager_ecrire, finess_et) &&
                lue.qui.ecrit(lue.detail.rendez_vous.classe);
    Noms noms{ecrans, db, finess_et};
    lire_les_participants(ecrans, noms, lue);
    return lue;
}

Vue::Liste passages(const dui::Services& services, const Lue& lue, core::Instant maintenant) {
    Vue::Liste vues;
    const auto& evenement = lue.detail.occurrence.evenement;
    if (!lue.ecrit) return vues;
    for (const auto& un : agenda::passages) {
        if (un.de != evenement.statut) continue;
        // What needs a reason asks for it; the rest is shown once it may be done.
        const bool motif = un.condition == agenda::Condition::motif;
        if (!motif && !agenda::admettre(evenement, {un.vers, maintenant, {}})) continue;
        const std::string code{core::name_of(un.vers)};
        vues.push_back(Vue{{"code", code},
                           {"nom", dire(services, "planning.vers." + code)},
                           {"motif_demande", motif},
                           {"etendue", un.vers == Statut::annule && lue.detail.occurrence.serie}});
    }
    return vues;
}

// What was refused comes back with the page.
struct Retour {
    std::string refus{};
    Issue issue{};
    std::string jour{}, heure{}, fin{};
};

Vue vue_de(const Ecrans& ecrans, const Visite& visite, Lue& lue, const Retour& retour) {
    const auto& services = ecrans.services;
    const auto& [un, version, une, etat] = lue.detail;
    const auto ou = [](const std::string& tape, std::string defaut) {
        return tape.empty() ? std::move(defaut) : tape;
    };
    return {{"quand", recurrence::decrire({.prevue = une.prevue,
                                           .debut = une.debut,
                                           .fin = une.fin,
                                           .de = une.evenement.de,
                                           .a = une.evenement.a,
                                           .heure = recurrence::placer(une.debut).heure},
                                          services.phrases)},
            {"repete",
             un.serie.regle ? recurrence::decrire(un.serie, services.phrases) : std::string{}},
            {"statut",
             dire(services, "planning.statut." + std::string{core::name_of(une.evenement.statut)})},
            {"annule", !une.evenement.vivant()},
            {"motif", etat.motif},
            {"lieu", un.lieu},
            {"commentaire", un.commentaire},
            {"hors_prestation", un.hors_prestation},
            {"personnes", std::move(lue.personnes)},
            {"autres", std::move(lue.autres)},
            {"ecrit", lue.ecrit},
            {"passages", passages(services, lue, instant(ecrans))},
            {"commence", une.evenement.de <= instant(ecrans)},
            {"compte_rendu", etat.compte_rendu},
            {"action", "/agenda/evenements/" + un.id},
            {"ouvert", !retour.jour.empty()},
            {"modifier", "/agenda/evenements/" + un.id +
                             "/modification?le=" + core::percent_encoded(une.prevue.texte())},
            {"le", une.prevue.texte()},
            {"version", version},
            {"jour", ou(retour.jour, une.debut.jour.text())},
            {"heure", ou(retour.heure, une.debut.texte().substr(11))},
            {"fin", ou(retour.fin, une.fin.texte().substr(11))},
            {"refus", retour.refus},
            {"fautes", fautes_dites(services, retour.issue.fautes)},
            {"en_conflit", !lue.conflits.empty()},
            {"conflits", std::move(lue.conflits)},
            {"acceptables", retour.issue.acceptables},
            {"csrf", visite.qui().csrf}};
}

http::Response afficher(const Ecrans& ecrans, Visite& visite, std::string_view le, Retour retour) {
    const auto& services = ecrans.services;
    auto trouvee = visite.base.read([&](Reader& db) -> core::Result<Lue> {
        auto une = lire(ecrans, db, visite, le);
        if (!une) return une;
        auto sienne = *std::move(une);
        Noms noms{ecrans, db, sienne.detail.rendez_vous.finess_et.text()};
        sienne.conflits = conflits_dits(services, noms, retour.issue);
        return sienne;
    });
    if (!trouvee) return dui::refuser(services, trouvee.error());
    auto lue = *std::move(trouvee);
    const acces::Lecteur lecteur{visite.qui().acteur.compte, instant(ecrans)};
    for (const auto& une : lue.detail.rendez_vous.personnes())
        acces::consigner_un_dossier(visite.base, lecteur, une);
    return dui::repondre(services,
                         {.gabarit = "agenda_evenement",
                          .titre = lue.detail.rendez_vous.titre,
                          .rubrique = "/agenda",
                          .fil = {{"/agenda", dire(services, "planning.titre")}}},
                         vue_de(ecrans, visite, lue, retour));
}

std::string adresse(const Visite& visite, std::string_view le) {
    return "/agenda/evenements/" + std::string{visite.requete.path("id")} +
           "?le=" + core::percent_encoded(le);
}

// Runs the use case on the occurrence that the form names; a refusal shows the page again.
template <class Faire>
http::Response dire_de_l_occurrence(const Ecrans& ecrans, Visite& visite, Faire faire) {
    const auto envoi = garde::lire_envoi(visite);
    const auto le = envoi.valeur("le");
    const auto prevue = recurrence::Moment::lire(le);
    if (!prevue)
        return dui::refuser(ecrans.services,
                            core::refuse(core::Reason::not_found, "rendez_vous.inconnu"));
    const core::Result<void> fait = visite.base.write([&](Writer& db) {
        const auto qui = acces::professionnel(db, visite.qui().acteur);
        return faire(db, Auteur{qui, maintenant(ecrans), {}},
                     rendez_vous::Dite{std::string{visite.requete.path("id")}, *prevue}, envoi);
    });
    if (fait) return http::Response::see_other(adresse(visite, le));
    auto reponse =
        afficher(ecrans, visite, le, {.refus = ecrans.services.phrases.dire(fait.error())});
    if (reponse.status == 200) reponse.status = garde::statut_de(fait.error().reason);
    return reponse;
}

http::Response pointer(const Ecrans& ecrans, Visite& visite) {
    return dire_de_l_occurrence(
        ecrans, visite,
        [](Writer& db, const Auteur& auteur, const rendez_vous::Dite& dite,
           const page::Formulaire& envoi) -> core::Result<void> {
            const auto genre = core::named<Genre>(envoi.valeur("genre"));
            const auto presence = core::named<Presence>(envoi.valeur("presence"));
            if (!genre || !presence)
                return core::refuse(core::Reason::invalid, "agenda.refus_inconnu");
            return rendez_vous::pointer(db, auteur, dite,
                                        {{*genre, std::string{envoi.valeur("qui")}}, *presence});
        });
}

http::Response changer_le_statut(const Ecrans& ecrans, Visite& visite) {
    return dire_de_l_occurrence(
        ecrans, visite,
        [](Writer& db, const Auteur& auteur, const rendez_vous::Dite& dite,
           const page::Formulaire& envoi) -> core::Result<void> {
            const auto vers = core::named<Statut>(envoi.valeur("vers"));
            const auto motif = std::string{envoi.valeur("motif")};
            const auto portee = core::named<rendez_vous::Portee>(envoi.valeur("portee"));
            if (!vers) return core::refuse(core::Reason::invalid, "agenda.passage");
            if (*vers != Statut::annule || !portee || *portee == rendez_vous::Portee::une)
                return rendez_vous::changer_le_statut(db, auteur, dite, {*vers, motif});
            const auto vue = core::integer<std::int64_t>(envoi.valeur("version")).value_or(0);
            const auto fait =
                rendez_vous::annuler(db, auteur, {dite.id, dite.prevue, vue, *portee}, motif);
            if (!fait) return fait.error();
            if (!fait->ecrite()) return core::refuse(core::Reason::invalid, "agenda.motif");
            return {};
        });
}

http::Response rendre_compte(const Ecrans& ecrans, Visite& visite) {
    return dire_de_l_occurrence(ecrans, visite,
                                [](Writer& db, const Auteur& auteur, const rendez_vous::Dite& dite,
                                   const page::Formulaire& envoi) {
                                    return rendez_vous::rendre_compte(
                                        db, auteur, dite, std::string{envoi.valeur("texte")});
                                });
}

http::Response deplacer(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto le = envoi.valeur("le");
    Retour retour{.jour = std::string{envoi.valeur("jour")},
                  .heure = std::string{envoi.valeur("heure")},
                  .fin = std::string{envoi.valeur("fin")}};
    const auto prevue = recurrence::Moment::lire(le);
    const auto ou = recurrence::Moment::lire(retour.jour + "T" + retour.heure);
    const auto minutes = core::integer<int>(envoi.valeur("minutes"))
                             .value_or(minutes_entre(retour.heure, retour.fin));
    core::Result<Issue> fait = Issue{.fautes = {{"deplacer-jour", "rendez_vous.moment"}}};
    if (prevue && ou && minutes > 0)
        fait = visite.base.write([&](Writer& db) {
            const auto qui = acces::professionnel(db, visite.qui().acteur);
            const Cible cible{std::string{visite.requete.path("id")}, *prevue,
                              core::integer<std::int64_t>(envoi.valeur("version")).value_or(0)};
            const auto conflits = envoi.contient("accepter") ? rendez_vous::Conflits::accepter
                                                             : rendez_vous::Conflits::montrer;
            return rendez_vous::deplacer(db, Auteur{qui, maintenant(ecrans), {}}, cible,
                                         {*ou, minutes, conflits});
        });
    if (fait && fait->ecrite()) {
        const auto retour_a = envoi.valeur("retour");
        return http::Response::see_other(retour_a.starts_with("/agenda?") ? std::string{retour_a}
                                                                          : adresse(visite, le));
    }
    if (fait)
        retour.issue = *fait;
    else
        retour.refus = ecrans.services.phrases.dire(fait.error());
    auto reponse = afficher(ecrans, visite, le, retour);
    if (reponse.status == 200) reponse.status = fait && retour.issue.conflits.empty() ? 422 : 409;
    return reponse;
}

}  // namespace

void ajouter_evenement(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services, {.chemin = "/agenda/evenements/{id}",
                                        .resume = "Un rendez-vous",
                                        .permission = access::Permission::dossier_usager_lire,
                                        .action = [&](Visite& visite) {
                                            return afficher(ecrans, visite,
                                                            visite.requete.query("le").value_or(""),
                                                            {});
                                        }});
    const auto acte = [&](const char* chemin, const char* resume, auto faire) {
        ajouter_envoi(
            ecrans,
            {.chemin = chemin,
             .resume = resume,
             .permission = access::Permission::dossier_usager_ecrire,
             .action = [&ecrans, faire](Visite& visite) { return faire(ecrans, visite); }},
            envoi_au_plus);
    };
    acte("/agenda/evenements/{id}/presence", "Pointer une personne, ou son refus", pointer);
    acte("/agenda/evenements/{id}/statut", "Valider, réaliser, annuler un rendez-vous",
         changer_le_statut);
    acte("/agenda/evenements/{id}/compte-rendu", "Dire ce qui a été fait", rendre_compte);
    acte("/agenda/evenements/{id}/deplacement", "Déplacer un rendez-vous", deplacer);
}

}  // namespace grappe::planning
