// /agenda/nouveau and /agenda/evenements/{id}/modification: an event in plain French.
#include <algorithm>
#include <array>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/planning/routes.hpp"
#include "dui/planning/saisie.hpp"
#include "dui/planning/vues.hpp"
#include "dui/recurrence/description.hpp"
#include "dui/rencontre/rencontre.hpp"
#include "secret/hasard.hpp"

namespace grappe::planning {
namespace {

using agenda::Genre;
using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::ajouter_envoi, rencontre::instant, rencontre::Lieu, rencontre::lire_le_lieu,
    rencontre::maintenant;
using rendez_vous::Conflits, rendez_vous::Issue, rendez_vous::Portee;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 64 * 1024;
constexpr std::array<const char*, 8> frequences{
    "", "jour", "ouvres", "semaine", "deux_semaines", "mois", "mois_rang", "an"};
constexpr std::array<const char*, 7> sigles{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

// What the form is about: a new event, or one that is changed from an occurrence on.
struct Sujet {
    Lieu lieu;
    std::optional<rendez_vous::Detail> detail{};
    Tape tape{};
    std::string portee = "une";
    std::int64_t vue = 0;
    Issue issue{};
    std::string refus{};

    std::string adresse() const {
        return detail ? "/agenda/evenements/" + detail->rendez_vous.id + "/modification"
                      : "/agenda/nouveau";
    }
};

template <class Ids>
bool contient(const Ids& ids, std::string_view id) {
    return std::ranges::find(ids, id) != ids.end();
}

Vue::Liste choix(const std::vector<std::pair<std::string, std::string>>& tous,
                 const std::vector<std::string>& choisis) {
    Vue::Liste vues;
    for (std::size_t n = 0; n < tous.size(); ++n)
        vues.push_back(Vue{{"id", tous[n].first},
                           {"rang", n},
                           {"nom", tous[n].second},
                           {"choisie", contient(choisis, tous[n].first)}});
    return vues;
}

Vue::Liste personnes(const Ecrans& ecrans, Noms& noms, const Sujet& sujet) {
    std::vector<std::pair<std::string, std::string>> toutes;
    const auto jour = core::paris().day_of(instant(ecrans));
    auto ids = ecrans.annuaire.presentes(sujet.lieu.finess_et, jour);
    for (const auto& une : sujet.tape.personnes)
        if (!contient(ids, une)) ids.push_back(une);
    for (const auto& id : ids) toutes.emplace_back(id, noms.de(Genre::personne, id));
    return choix(toutes, sujet.tape.personnes);
}

Vue::Liste professionnels(Reader& db, Noms& noms, const Sujet& sujet) {
    std::vector<std::pair<std::string, std::string>> tous;
    for (const auto& un : acces::professionnels(db))
        if (un.peut_a(access::Permission::dossier_usager_lire, sujet.lieu.finess_et))
            tous.emplace_back(un.acteur.compte, noms.de(Genre::professionnel, un.acteur.compte));
    return choix(tous, sujet.tape.professionnels);
}

Vue::Liste ressources(const Noms& noms, const Sujet& sujet) {
    std::vector<std::pair<std::string, std::string>> toutes;
    for (const auto& une : noms.ressources()) toutes.emplace_back(une.id, une.nom);
    return choix(toutes, sujet.tape.ressources);
}

Vue::Liste classes(const Ecrans& ecrans, const Sujet& sujet) {
    Vue::Liste vues;
    const auto choisie = sujet.tape.classe.empty() ? "quotidien" : sujet.tape.classe;
    for (const auto& une : names(partage::Classe{}))
        if (sujet.lieu.qui.ecrit(une.value))
            vues.push_back(
                Vue{{"code", une.name},
                    {"nom", dire(ecrans.services, "quotidien.classe." + std::string{une.name})},
                    {"choisie", une.name == choisie}});
    return vues;
}

Vue::Liste repetitions(const Ecrans& ecrans, const Sujet& sujet) {
    Vue::Liste vues;
    const auto& dite = sujet.tape.frequence;
    if (dite.starts_with("regle:") && sujet.detail)
        vues.push_back(Vue{
            {"code", dite},
            {"nom", recurrence::decrire(sujet.detail->rendez_vous.serie, ecrans.services.phrases)},
            {"choisie", true}});
    for (const auto* une : frequences)
        vues.push_back(Vue{{"code", une},
                           {"nom", dire(ecrans.services, std::string{"planning.frequence."} +
                                                             (*une == '\0' ? "une_fois" : une))},
                           {"choisie", dite == une}});
    return vues;
}

Vue::Liste jours(const Ecrans& ecrans, const Sujet& sujet) {
    Vue::Liste vues;
    for (std::size_t n = 0; n < sigles.size(); ++n)
        vues.push_back(Vue{{"code", sigles[n]},
                           {"nom", dire(ecrans.services, "planning.jour." + std::to_string(n + 1))},
                           {"choisie", contient(sujet.tape.jours, sigles[n])}});
    return vues;
}

Vue::Liste portees(const Ecrans& ecrans, const Sujet& sujet) {
    Vue::Liste vues;
    for (const auto& une : names(Portee{}))
        vues.push_back(
            Vue{{"code", une.name},
                {"nom", dire(ecrans.services, "planning.portee." + std::string{une.name})},
                {"choisie", une.name == sujet.portee}});
    return vues;
}

Vue vue_de(const Ecrans& ecrans, Reader& db, const Visite& visite, Sujet& sujet) {
    const auto& tape = sujet.tape;
    Noms noms{ecrans, db, sujet.lieu.finess_et};
    const bool serie = sujet.detail && sujet.detail->rendez_vous.serie.regle;
    Vue::Liste groupes;
    for (const auto& une : sujet.lieu.unites)
        groupes.push_back(
            Vue{{"id", une.id}, {"nom", une.nom}, {"choisie", une.id == tape.groupe}});
    const auto conflits = conflits_dits(ecrans.services, noms, sujet.issue);
    return {{"action", sujet.adresse()},
            {"id", tape.id},
            {"finess", sujet.lieu.finess_et},
            {"le", sujet.detail ? sujet.detail->occurrence.prevue.texte() : std::string{}},
            {"version", sujet.vue},
            {"objectif", tape.objectif},
            {"sans_profession", !sujet.lieu.qui.profession},
            {"en_serie", serie},
            {"portees", serie ? portees(ecrans, sujet) : Vue::Liste{}},
            {"titre_tape", tape.titre},
            {"lieu_tape", tape.lieu},
            {"commentaire", tape.commentaire},
            {"jour", tape.jour},
            {"debut", tape.debut},
            {"fin", tape.fin},
            {"jusqu_au", tape.jusqu_au},
            {"nombre", tape.nombre},
            {"repete", !tape.frequence.empty()},
            {"frequences", repetitions(ecrans, sujet)},
            {"jours", jours(ecrans, sujet)},
            {"classes", classes(ecrans, sujet)},
            {"personnes", personnes(ecrans, noms, sujet)},
            {"a_des_groupes", !groupes.empty()},
            {"groupes", std::move(groupes)},
            {"professionnels", professionnels(db, noms, sujet)},
            {"a_des_ressources", !noms.ressources().empty()},
            {"ressources", ressources(noms, sujet)},
            {"hors_prestation", tape.hors_prestation},
            {"refus", sujet.refus},
            {"fautes", fautes_dites(ecrans.services, sujet.issue.fautes)},
            {"en_conflit", !conflits.empty()},
            {"conflits", conflits},
            {"acceptables", sujet.issue.acceptables},
            {"retour", "/agenda" + sujet.lieu.question()},
            {"csrf", visite.qui().csrf}};
}

http::Response afficher(const Ecrans& ecrans, Visite& visite, Sujet& sujet) {
    const auto& services = ecrans.services;
    if (sujet.lieu.finess_et.empty())
        return dui::refuser(services,
                            core::refuse(core::Reason::not_found, "quotidien.sans_etablissement"));
    auto vue = visite.base.read([&](Reader& db) { return vue_de(ecrans, db, visite, sujet); });
    return dui::repondre(
        services,
        {.gabarit = "agenda_formulaire",
         .titre = dire(services, sujet.detail ? "planning.modifier" : "planning.nouveau"),
         .rubrique = "/agenda",
         .fil = {{"/agenda", dire(services, "planning.titre")}}},
        std::move(vue));
}

http::Response montrer_le_nouveau(const Ecrans& ecrans, Visite& visite) {
    const auto demande = [&](const char* nom) {
        return std::string{visite.requete.query(nom).value_or("")};
    };
    Sujet sujet{.lieu = visite.base.read([&](Reader& db) {
        return lire_le_lieu(ecrans, db, visite, {demande("finess"), demande("unite")});
    })};
    sujet.tape = {.id = secret::identifiant(),
                  .jour = demande("jour"),
                  .debut = demande("heure"),
                  .objectif = demande("objectif"),
                  .groupe = {}};
    if (sujet.tape.jour.empty()) sujet.tape.jour = core::paris().day_of(instant(ecrans)).text();
    if (const auto une = demande("personne"); !une.empty()) sujet.tape.personnes = {une};
    return afficher(ecrans, visite, sujet);
}

core::Result<Sujet> sujet_existant(const Ecrans& ecrans, Visite& visite, std::string_view le) {
    return visite.base.read([&](Reader& db) -> core::Result<Sujet> {
        const auto qui = acces::professionnel(db, visite.qui().acteur);
        auto detail = rendez_vous::lire(db, qui,
                                        {std::string{visite.requete.path("id")}, std::string{le},
                                         core::paris().day_of(instant(ecrans))});
        if (!detail) return detail.error();
        const auto finess_et = detail->rendez_vous.finess_et.text();
        Sujet sujet{.lieu = lire_le_lieu(ecrans, db, visite, {finess_et, ""}),
                    .detail = *std::move(detail)};
        sujet.tape = tape_de(sujet.detail->rendez_vous, sujet.detail->occurrence);
        sujet.vue = sujet.detail->version;
        return sujet;
    });
}

http::Response montrer_l_existant(const Ecrans& ecrans, Visite& visite) {
    auto trouve = sujet_existant(ecrans, visite, visite.requete.query("le").value_or(""));
    if (!trouve) return dui::refuser(ecrans.services, trouve.error());
    auto sujet = *std::move(trouve);
    return afficher(ecrans, visite, sujet);
}

// A group: those who live in that unit and are here today.
void ajouter_le_groupe(const Ecrans& ecrans, Reader& db, Sujet& sujet) {
    if (sujet.tape.groupe.empty()) return;
    const auto presentes =
        ecrans.annuaire.presentes(sujet.lieu.finess_et, core::paris().day_of(instant(ecrans)));
    for (auto& une : unite::personnes_de(db, sujet.tape.groupe))
        if (contient(presentes, une) && !contient(sujet.tape.personnes, une))
            sujet.tape.personnes.push_back(std::move(une));
}

core::Result<Issue> executer(const Ecrans& ecrans, Visite& visite, const Sujet& sujet,
                             const rendez_vous::RendezVous& voulu) {
    return visite.base.write([&](Writer& db) {
        const rendez_vous::Auteur auteur{
            sujet.lieu.qui, maintenant(ecrans),
            [&](std::string_view personne, std::string_view finess_et) {
                return ecrans.annuaire.accompagnee_a(personne, finess_et);
            }};
        const auto conflits = sujet.tape.accepter ? Conflits::accepter : Conflits::montrer;
        if (!sujet.detail) return rendez_vous::programmer(db, auteur, voulu, conflits);
        return rendez_vous::changer(
            db, auteur,
            {sujet.detail->rendez_vous.id, sujet.detail->occurrence.prevue, sujet.vue,
             core::named<Portee>(sujet.portee).value_or(Portee::une)},
            {voulu, conflits});
    });
}

http::Response ecrire(const Ecrans& ecrans, Visite& visite, Sujet& sujet) {
    const auto finess_et = core::Finess::parse(sujet.lieu.finess_et);
    if (!finess_et) return afficher(ecrans, visite, sujet);
    const auto saisie = visite.base.read([&](Reader& db) {
        ajouter_le_groupe(ecrans, db, sujet);
        return saisie_de(sujet.tape, *finess_et,
                         rendez_vous::ressources_de(db, sujet.lieu.finess_et));
    });
    sujet.issue.fautes = saisie.fautes;
    if (saisie.fautes.empty()) {
        auto fait = executer(ecrans, visite, sujet, saisie.voulu);
        if (fait && fait->ecrite())
            return http::Response::see_other("/agenda/evenements/" + fait->id +
                                             "?le=" + core::percent_encoded(fait->prevue));
        if (fait)
            sujet.issue = *std::move(fait);
        else
            sujet.refus = ecrans.services.phrases.dire(fait.error());
    }
    auto reponse = afficher(ecrans, visite, sujet);
    if (reponse.status == 200)
        reponse.status = sujet.refus.empty() && sujet.issue.conflits.empty() ? 422 : 409;
    return reponse;
}

http::Response ecrire_le_nouveau(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const rencontre::Demande demande{envoi.valeur("finess"), ""};
    Sujet sujet{.lieu = visite.base.read(
                    [&](Reader& db) { return lire_le_lieu(ecrans, db, visite, demande); }),
                .tape = tape_de(envoi)};
    if (!rencontre::est_celui(sujet.lieu, demande))
        return dui::refuser(ecrans.services,
                            core::refuse(core::Reason::forbidden, "dui.etablissement_interdit"));
    return ecrire(ecrans, visite, sujet);
}

http::Response ecrire_l_existant(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    auto trouve = sujet_existant(ecrans, visite, envoi.valeur("le"));
    if (!trouve) return dui::refuser(ecrans.services, trouve.error());
    auto sujet = *std::move(trouve);
    sujet.tape = tape_de(envoi);
    sujet.tape.id = sujet.detail->rendez_vous.id;
    sujet.portee = envoi.valeur("portee");
    sujet.vue = core::integer<std::int64_t>(envoi.valeur("version")).value_or(0);
    return ecrire(ecrans, visite, sujet);
}

}  // namespace

void ajouter_formulaire(const Ecrans& ecrans) {
    const auto page = [&](const char* chemin, const char* resume, auto montrer, auto envoyer) {
        const auto permission = access::Permission::dossier_usager_ecrire;
        dui::ajouter_page(ecrans.services, {.chemin = chemin,
                                            .resume = resume,
                                            .permission = permission,
                                            .action = [&ecrans, montrer](Visite& visite) {
                                                return montrer(ecrans, visite);
                                            }});
        ajouter_envoi(
            ecrans,
            {.chemin = chemin,
             .resume = resume,
             .permission = permission,
             .action = [&ecrans, envoyer](Visite& visite) { return envoyer(ecrans, visite); }},
            envoi_au_plus);
    };
    page("/agenda/nouveau", "Planifier un rendez-vous", montrer_le_nouveau, ecrire_le_nouveau);
    page("/agenda/evenements/{id}/modification", "Modifier un rendez-vous", montrer_l_existant,
         ecrire_l_existant);
}

}  // namespace grappe::planning
