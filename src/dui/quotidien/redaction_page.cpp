// /transmissions/nouvelle: a transmission written in one hand. The form holds the id it will have.
#include <algorithm>

#include "dui/appareil/brouillon.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/projet/lecture.hpp"
#include "dui/quotidien/routes.hpp"
#include "dui/quotidien/saisie.hpp"
#include "dui/quotidien/vues.hpp"
#include "secret/hasard.hpp"

namespace grappe::quotidien {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using partage::Classe;
using rencontre::adresse_de_la_personne, rencontre::ajouter_envoi, rencontre::Demande,
    rencontre::est_celui, rencontre::instant, rencontre::Lieu, rencontre::lire_le_lieu,
    rencontre::maintenant, rencontre::nom_de;
using storage::Reader, storage::Writer;
using transmission::Faute;

constexpr std::size_t envoi_au_plus = 64 * 1024;

// What the form says, or said.
struct Tape {
    std::string id, personne, lie_a, jour, heure;
    std::optional<Classe> classe;
    std::optional<core::Instant> debut{};
    transmission::Transmission dit{};
    std::vector<Faute> fautes{};
    std::string refus{};
    bool brouillon = false;  // it was kept when a shared device changed hands
};

// Daily life where the profession writes it, else the first class that it writes.
std::optional<Classe> classe_proposee(const acces::Professionnel& qui) {
    if (qui.ecrit(Classe::quotidien)) return Classe::quotidien;
    for (const auto& une : names(Classe{}))
        if (qui.ecrit(une.value)) return une.value;
    return std::nullopt;
}

Vue::Liste classes(const dui::Services& services, const acces::Professionnel& qui,
                   std::optional<Classe> choisie) {
    Vue::Liste vues;
    for (const auto& une : names(Classe{}))
        if (qui.ecrit(une.value))
            vues.push_back(Vue{{"code", une.name},
                               {"nom", dire(services, "quotidien.classe." + std::string{une.name})},
                               {"choisie", choisie == une.value}});
    return vues;
}

Vue::Liste personnes(const Ecrans& ecrans, const Lieu& lieu, std::string_view choisie) {
    Vue::Liste vues;
    const auto jour = core::paris().day_of(instant(ecrans));
    for (const auto& id : ecrans.annuaire.presentes(lieu.finess_et, jour)) {
        const auto une = lieu.concerne(id) ? ecrans.annuaire.personne(id) : std::nullopt;
        if (une) vues.push_back(Vue{{"id", id}, {"nom", nom_de(*une)}, {"choisie", id == choisie}});
    }
    return vues;
}

// What a transmission may be linked to in one gesture: the objectives under way of her project.
Vue::Liste objectifs(Reader& db, const Lieu& lieu, const Tape& tape) {
    Vue::Liste vues;
    const auto projets = projet::projets_de(db, lieu.qui, tape.personne);
    const auto* courant = projet::courant(projets);
    if (courant == nullptr) return vues;
    const auto projet = projet::lire(db, lieu.qui, courant->id());
    if (!projet || projet->statut() == projet::Statut::termine) return vues;
    for (const auto& un : projet->des(element::Genre::objectif))
        if (un.champ("statut") == "ACTIF" || un.id() == tape.lie_a)
            vues.push_back(Vue{
                {"id", un.id()}, {"titre", un.champ("titre")}, {"choisi", un.id() == tape.lie_a}});
    return vues;
}

Vue vue_de(const Ecrans& ecrans, const Visite& visite, const Lieu& lieu, const Tape& tape) {
    const auto& services = ecrans.services;
    const auto qui = ecrans.annuaire.personne(tape.personne);
    const bool connue = qui && ecrans.annuaire.accompagnee_a(tape.personne, lieu.finess_et);
    const bool ciblee = tape.dit.forme == transmission::Forme::ciblee;
    auto visees = connue && !lieu.fermees.contains(tape.personne)
                      ? visite.base.read([&](Reader& db) { return objectifs(db, lieu, tape); })
                      : Vue::Liste{};
    const bool autre = !tape.lie_a.empty() && std::ranges::none_of(visees, [&](const Vue& une) {
        return std::get<std::string>(une.trouver("id")->contenu()) == tape.lie_a;
    });
    return {{"id", tape.id},
            {"finess", lieu.finess_et},
            {"unite", lieu.unite},
            {"connue", connue},
            {"personne", tape.personne},
            {"nom", connue ? nom_de(*qui) : std::string{}},
            {"personnes", connue ? Vue::Liste{} : personnes(ecrans, lieu, tape.personne)},
            {"classes",
             classes(services, lieu.qui, tape.classe ? tape.classe : classe_proposee(lieu.qui))},
            {"sans_profession", !lieu.qui.profession},
            {"lie_a", tape.lie_a},
            {"autre_lien", autre},
            {"vise", !visees.empty() && !autre},
            {"sans_objectif", tape.lie_a.empty()},
            {"objectifs", std::move(visees)},
            {"ciblee", ciblee},
            {"narrative", !ciblee},
            {"urgente", tape.dit.urgence == transmission::Urgence::urgente},
            {"texte", tape.dit.texte},
            {"cible", tape.dit.cible},
            {"donnees", tape.dit.donnees},
            {"actions", tape.dit.actions},
            {"resultats", tape.dit.resultats},
            {"jour", tape.jour},
            {"heure", tape.heure},
            {"plus_tot", !tape.jour.empty() || !tape.heure.empty()},
            {"refus", tape.refus},
            {"fautes", fautes_dites(services, tape.fautes)},
            {"partagee", !visite.qui().partage.empty()},
            {"brouillon", tape.brouillon},
            {"retour", "/equipe" + lieu.question()},
            {"csrf", visite.qui().csrf}};
}

http::Response afficher(const Ecrans& ecrans, const Visite& visite, const Lieu& lieu,
                        const Tape& tape) {
    const auto& services = ecrans.services;
    if (lieu.finess_et.empty())
        return dui::refuser(services,
                            core::refuse(core::Reason::not_found, "quotidien.sans_etablissement"));
    return dui::repondre(services,
                         {.gabarit = "redaction",
                          .titre = dire(services, "quotidien.titre.redaction"),
                          .rubrique = "/equipe",
                          .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
                         vue_de(ecrans, visite, lieu, tape));
}

Tape lire_la_saisie(const page::Formulaire& envoi) {
    const auto champ = [&](const char* nom) { return std::string{envoi.valeur(nom)}; };
    return {.id = champ("id"),
            .personne = champ("personne"),
            .lie_a = champ("lie_a"),
            .jour = champ("jour"),
            .heure = champ("heure"),
            .classe = core::named<Classe>(champ("classe")),
            .dit = transmission_tapee(envoi)};
}

// What its owner was writing when a shared device changed hands.
std::optional<page::Formulaire> brouillon_repris(const Visite& visite) {
    if (visite.requete.query("brouillon").value_or("").empty()) return std::nullopt;
    const auto contenu = visite.base.read([&](Reader& db) {
        return appareil::brouillon_de(db, visite.moyens.coffre, visite.qui().acteur.compte);
    });
    if (!contenu) return std::nullopt;
    auto lu = page::lire_formulaire("application/x-www-form-urlencoded", *contenu);
    if (!lu) return std::nullopt;
    return *std::move(lu);
}

http::Response montrer(const Ecrans& ecrans, Visite& visite) {
    if (const auto garde = brouillon_repris(visite)) {
        const auto lieu = visite.base.read([&](Reader& db) {
            return lire_le_lieu(ecrans, db, visite,
                                {garde->valeur("finess"), garde->valeur("unite")});
        });
        auto tape = lire_la_saisie(*garde);
        tape.brouillon = true;
        return afficher(ecrans, visite, lieu, tape);
    }
    const auto demande = [&](const char* nom) { return visite.requete.query(nom).value_or(""); };
    const auto lieu = visite.base.read([&](Reader& db) {
        return lire_le_lieu(ecrans, db, visite, {demande("finess"), demande("unite")});
    });
    return afficher(ecrans, visite, lieu,
                    {.id = secret::identifiant(),
                     .personne = std::string{demande("personne")},
                     .lie_a = std::string{demande("lie_a")},
                     .jour = {},
                     .heure = {},
                     .classe = {}});
}

core::Result<transmission::Redigee> rediger(const Ecrans& ecrans, const Visite& visite,
                                            const Lieu& lieu, const Tape& tape) {
    return visite.base.write([&](Writer& db) {
        auto fait =
            transmission::rediger(db,
                                  {lieu.qui, maintenant(ecrans),
                                   [&](std::string_view personne, std::string_view finess_et) {
                                       return ecrans.annuaire.accompagnee_a(personne, finess_et);
                                   }},
                                  {.id = tape.id,
                                   .finess_et = core::Finess::parse(lieu.finess_et).value(),
                                   .personne = tape.personne,
                                   .classe = tape.classe.value_or(Classe::quotidien),
                                   .lie_a = tape.lie_a,
                                   .debut = tape.debut.value_or(instant(ecrans)),
                                   .dit = tape.dit});
        if (fait && fait->fautes.empty() && tape.brouillon)
            appareil::oublier_le_brouillon(db, lieu.qui.acteur.compte);
        return fait;
    });
}

http::Response ecrire(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    auto tape = lire_la_saisie(envoi);
    const Demande demande{envoi.valeur("finess"), envoi.valeur("unite")};
    const auto lieu =
        visite.base.read([&](Reader& db) { return lire_le_lieu(ecrans, db, visite, demande); });
    const bool la = est_celui(lieu, demande);
    tape.brouillon = envoi.contient("brouillon");
    tape.debut = moment_tape(envoi, instant(ecrans));
    if (tape.personne.empty()) tape.fautes.push_back({"personne", "transmission.personne"});
    if (!tape.debut) tape.fautes.push_back({"heure", "transmission.moment"});
    if (!tape.fautes.empty()) {
        std::ranges::move(transmission::fautes_de(transmission::nette(tape.dit)),
                          std::back_inserter(tape.fautes));
    } else {
        const auto fait = la ? rediger(ecrans, visite, lieu, tape)
                             : core::Result<transmission::Redigee>{
                                   core::refuse(core::Reason::not_found, "dui.dossier_inconnu")};
        if (fait && fait->fautes.empty())
            return http::Response::see_other(adresse_de_la_personne(tape.personne) + "#t-" +
                                             tape.id);
        if (fait)
            tape.fautes = fait->fautes;
        else
            tape.refus = ecrans.services.phrases.dire(fait.error());
    }
    auto reponse = afficher(ecrans, visite, lieu, tape);
    if (reponse.status == 200) reponse.status = tape.refus.empty() ? 422 : 409;
    return reponse;
}

}  // namespace

void ajouter_redaction(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/transmissions/nouvelle",
                       .resume = "Écrire une transmission",
                       .permission = access::Permission::dossier_usager_ecrire,
                       .action = [&](Visite& visite) { return montrer(ecrans, visite); }});
    ajouter_envoi(ecrans,
                  {.chemin = "/transmissions/nouvelle",
                   .resume = "Écrire une transmission",
                   .permission = access::Permission::dossier_usager_ecrire,
                   .action = [&](Visite& visite) { return ecrire(ecrans, visite); }},
                  envoi_au_plus);
}

}  // namespace grappe::quotidien
