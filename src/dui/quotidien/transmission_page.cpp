// /transmissions/{id}: one transmission with its former texts; amended or withdrawn from there.
#include "core/integer.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/quotidien/routes.hpp"
#include "dui/quotidien/saisie.hpp"
#include "dui/quotidien/vues.hpp"
#include "dui/transmission/redaction.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::quotidien {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::adresse_de_la_personne, rencontre::ajouter_envoi, rencontre::Auteurs,
    rencontre::instant, rencontre::maintenant, rencontre::nom_de, rencontre::Rencontre,
    rencontre::rencontrer;
using storage::Reader, storage::Writer;
using transmission::Redigee;

constexpr std::size_t envoi_au_plus = 64 * 1024;

struct Lue {
    Rencontre rencontre;
    std::vector<transmission::Version> versions;
    Vue derniere;
    Vue::Liste anciennes;  // last first

    const element::Element& un() const { return versions.back().version.element; }
};

core::Result<Lue> lire(const Ecrans& ecrans, Reader& db, const Visite& visite) {
    const std::string id{visite.requete.path("id")};
    auto versions = transmission::lire(db, acces::professionnel(db, visite.qui().acteur), id);
    if (!versions) return versions.error();
    auto rencontre = rencontrer(ecrans, db, visite, versions->back().version.element.personne);
    if (!rencontre) return rencontre.error();
    Lue lue{*std::move(rencontre), *std::move(versions), {}, {}};
    Auteurs auteurs{db};
    for (const auto& une : lue.versions) {
        auto vue = vue_de(ecrans.services, {une.version, une.dit, auteurs.nom(une.signature.auteur),
                                            instant(ecrans)});
        const auto ecrite = une.signature.connu_le.seconde();
        vue.ajouter("ecrite", page::moment(ecrite, core::paris()));
        lue.anciennes.insert(lue.anciennes.begin(), std::move(vue));
    }
    lue.derniere = std::move(lue.anciennes.front());
    lue.anciennes.erase(lue.anciennes.begin());
    return lue;
}

// What was typed and refused comes back.
struct Tape {
    std::optional<transmission::Transmission> dit{};
    std::string motif{};
    std::vector<transmission::Faute> fautes{};
    std::string refus{};
};

http::Response afficher(const Ecrans& ecrans, Visite& visite, const Tape& tape) {
    auto lue = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite); });
    if (!lue) return dui::refuser(ecrans.services, lue.error());
    const auto& services = ecrans.services;
    const auto& compte = visite.qui().acteur.compte;
    const auto& personne = lue->rencontre.personne;
    acces::consigner_un_dossier(visite.base, {compte, instant(ecrans)}, personne.id);
    const bool sienne = lue->versions.front().signature.auteur == compte;
    const bool active = lue->un().etat == element::Etat::actif;
    const auto& dit = tape.dit ? *tape.dit : lue->versions.back().dit;
    const bool ciblee = dit.forme == transmission::Forme::ciblee;
    const auto nom = nom_de(personne);
    return dui::repondre(
        services,
        {.gabarit = "transmission",
         .titre = dire(services, "quotidien.titre.transmission", {{"nom", nom}}),
         .rubrique = "/equipe",
         .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")},
                 {adresse_de_la_personne(personne.id), nom}}},
        {{"derniere", std::move(lue->derniere)},
         {"anciennes", std::move(lue->anciennes)},
         {"adresse", "/transmissions/" + lue->un().id},
         {"version", lue->versions.back().version.version},
         {"amendable", sienne && active},
         {"retirable", active && (sienne || visite.qui().acteur.role == access::Role::encadrement)},
         {"narrative", !ciblee},
         {"ciblee", ciblee},
         {"texte", dit.texte},
         {"cible", dit.cible},
         {"donnees", dit.donnees},
         {"actions", dit.actions},
         {"resultats", dit.resultats},
         {"urgente", dit.urgence == transmission::Urgence::urgente},
         {"motif", tape.motif},
         {"refus", tape.refus},
         {"fautes", fautes_dites(services, tape.fautes)},
         {"csrf", visite.qui().csrf}});
}

// Runs the use case; a fault shows the page again with what was typed.
template <class Faire>
http::Response agir(const Ecrans& ecrans, Visite& visite, Tape tape, Faire faire) {
    const core::Result<Redigee> fait = visite.base.write([&](Writer& db) {
        const auto qui = acces::professionnel(db, visite.qui().acteur);
        return faire(db, transmission::Redacteur{qui, maintenant(ecrans), {}});
    });
    if (fait && fait->fautes.empty())
        return http::Response::see_other("/transmissions/" +
                                         std::string{visite.requete.path("id")});
    if (!fait && fait.error().reason == core::Reason::not_found)
        return dui::refuser(ecrans.services, fait.error());
    if (fait)
        tape.fautes = fait->fautes;
    else
        tape.refus = ecrans.services.phrases.dire(fait.error());
    auto reponse = afficher(ecrans, visite, tape);
    reponse.status = fait ? 422 : garde::statut_de(fait.error().reason);
    return reponse;
}

http::Response amender(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const transmission::Amendement voulu{
        std::string{visite.requete.path("id")},
        core::integer<std::int64_t>(envoi.valeur("version")).value_or(0),
        transmission_tapee(envoi)};
    return agir(ecrans, visite, {.dit = voulu.dit}, [&](Writer& db, const auto& redacteur) {
        return transmission::amender(db, redacteur, voulu);
    });
}

http::Response retirer(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const transmission::Retrait voulu{
        std::string{visite.requete.path("id")},
        core::integer<std::int64_t>(envoi.valeur("version")).value_or(0),
        std::string{envoi.valeur("motif")}};
    return agir(ecrans, visite, {.motif = voulu.motif}, [&](Writer& db, const auto& redacteur) {
        return transmission::retirer(db, redacteur, voulu);
    });
}

}  // namespace

void ajouter_transmission(const Ecrans& ecrans) {
    const auto ecrire = access::Permission::dossier_usager_ecrire;
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/transmissions/{id}",
                       .resume = "Une transmission et ses textes précédents",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return afficher(ecrans, visite, {}); }});
    ajouter_envoi(ecrans,
                  {.chemin = "/transmissions/{id}/texte",
                   .resume = "Corriger une transmission, dont l'ancien texte reste",
                   .permission = ecrire,
                   .action = [&](Visite& visite) { return amender(ecrans, visite); }},
                  envoi_au_plus);
    ajouter_envoi(ecrans,
                  {.chemin = "/transmissions/{id}/retrait",
                   .resume = "Retirer une transmission, avec son motif",
                   .permission = ecrire,
                   .action = [&](Visite& visite) { return retirer(ecrans, visite); }},
                  envoi_au_plus);
}

}  // namespace grappe::quotidien
