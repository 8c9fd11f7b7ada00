// /personnes/{id}: who it is, where, the last transmissions, why one may see this, who saw it.
#include <algorithm>

#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/quotidien/routes.hpp"
#include "dui/quotidien/vues.hpp"
#include "dui/rencontre/bandeau.hpp"
#include "dui/rencontre/suite.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::quotidien {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::adresse_de_la_personne, rencontre::adresse_de_la_suite, rencontre::suite_de,
    rencontre::ajouter_envoi, rencontre::Auteurs, rencontre::Bandeau, rencontre::instant,
    rencontre::lire_le_bandeau, rencontre::maintenant, rencontre::nom_de, rencontre::Rencontre,
    rencontre::rencontrer, rencontre::sejour_dit, rencontre::vue_du_bandeau;
using storage::Reader, storage::Writer;

constexpr std::size_t transmissions_montrees = 20;
constexpr std::size_t envoi_au_plus = 4096;

struct Lue {
    Rencontre rencontre;
    Bandeau bandeau;
    transmission::Page transmissions;
    Vue::Liste dites;
    std::vector<std::pair<std::string, std::vector<unite::Unite>>> unites;  // by establishment
    std::map<std::string, std::string> places;  // unit, by establishment
};

core::Result<Lue> lire(const Ecrans& ecrans, Reader& db, const Visite& visite,
                       const element::Suite& apres) {
    auto rencontre = rencontrer(ecrans, db, visite, visite.requete.path("id"));
    if (!rencontre) return rencontre.error();
    Lue lue{.rencontre = *std::move(rencontre)};
    const auto& personne = lue.rencontre.personne;
    lue.bandeau = lire_le_bandeau(db, personne);
    lue.transmissions =
        transmission::page_de(db, lue.rencontre.qui, {personne.id, transmissions_montrees, apres});
    Auteurs auteurs{db};
    for (const auto& une : lue.transmissions.transmissions)
        lue.dites.push_back(
            vue_de(ecrans.services,
                   {une.version, une.dit, auteurs.nom(une.signature.auteur), instant(ecrans)}));
    for (const auto& ou : lue.rencontre.etablissements) {
        lue.unites.emplace_back(ou, unite::unites_de(db, ou));
        lue.places.emplace(ou, unite::unite_de(db, ou, personne.id));
    }
    return lue;
}

Vue::Liste lieux(const Ecrans& ecrans, const Lue& lue) {
    const auto& services = ecrans.services;
    Vue::Liste vues;
    for (const auto& [ou, unites] : lue.unites) {
        Vue::Liste sejours, choix;
        for (const auto& un : lue.rencontre.personne.sejours)
            if (un.finess_et == ou) sejours.push_back(Vue{{"dit", sejour_dit(services, un)}});
        const auto& place = lue.places.at(ou);
        std::string nom;
        for (const auto& une : unites) {
            choix.push_back(Vue{{"id", une.id}, {"nom", une.nom}, {"choisie", une.id == place}});
            if (une.id == place) nom = une.nom;
        }
        vues.push_back(Vue{
            {"finess", ou},
            {"unite", nom},
            {"sejours", std::move(sejours)},
            {"peut_placer", !choix.empty() && lue.rencontre.qui.peut_a(
                                                  access::Permission::dossier_usager_ecrire, ou)},
            {"choix", std::move(choix)},
            {"ecrire", "/transmissions/nouvelle?finess=" + ou +
                           "&personne=" + core::percent_encoded(lue.rencontre.personne.id)}});
    }
    return vues;
}

Vue vue_de(const Ecrans& ecrans, const Visite& visite, Lue&& lue) {
    const auto& services = ecrans.services;
    const auto& personne = lue.rencontre.personne;
    const auto tues = static_cast<std::int64_t>(lue.transmissions.tues);
    const auto& suite = lue.transmissions.suite;
    const auto ici = adresse_de_la_personne(personne.id);
    return {
        {"bandeau", vue_du_bandeau(ecrans, lue.rencontre, lue.bandeau, "/personnes")},
        {"lieux", lieux(ecrans, lue)},
        {"vide", lue.dites.empty() && tues == 0},
        {"transmissions", std::move(lue.dites)},
        {"tues", tues == 0 ? std::string{} : dire(services, "quotidien.tues", {{"nombre", tues}})},
        {"suite", suite ? adresse_de_la_suite(ici, suite) + "#transmissions" : std::string{}},
        {"acces", dui::adresse_sous("/acces", personne.id)},
        {"id", personne.id},
        {"csrf", visite.qui().csrf}};
}

http::Response montrer(const Ecrans& ecrans, Visite& visite) {
    const auto apres = rencontre::suite_de(visite.requete.query("apres").value_or(""));
    auto lue = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite, apres); });
    if (!lue) return dui::refuser(ecrans.services, lue.error());
    const auto& personne = lue->rencontre.personne;
    acces::consigner_un_dossier(visite.base, {visite.qui().acteur.compte, instant(ecrans)},
                                personne.id);
    const auto nom = nom_de(personne);
    return dui::repondre(ecrans.services,
                         {.gabarit = "personne",
                          .titre = nom,
                          .rubrique = "/equipe",
                          .fil = {{"/equipe", dire(ecrans.services, "quotidien.titre.equipe")}}},
                         vue_de(ecrans, visite, *std::move(lue)));
}

http::Response placer(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto refuser = [&](const core::Refusal& refus) {
        return dui::refuser(ecrans.services, refus);
    };
    const auto rencontre = visite.base.read(
        [&](Reader& db) { return rencontrer(ecrans, db, visite, envoi.valeur("personne")); });
    if (!rencontre) return refuser(rencontre.error());
    const auto finess_et = core::Finess::parse(envoi.valeur("finess"));
    if (!finess_et || std::ranges::find(rencontre->etablissements, finess_et->text()) ==
                          rencontre->etablissements.end())
        return refuser(core::refuse(core::Reason::not_found, "dui.dossier_inconnu"));
    const auto place = visite.base.write([&](Writer& db) {
        return unite::placer(db, rencontre->qui, {visite.qui().acteur.compte, maintenant(ecrans)},
                             {*finess_et, rencontre->personne.id,
                              std::string{envoi.valeur("unite")}, instant(ecrans)});
    });
    if (!place) return refuser(place.error());
    return http::Response::see_other(adresse_de_la_personne(rencontre->personne.id));
}

}  // namespace

void ajouter_personne(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/personnes/{id...}",
                       .resume = "Une personne : identité, séjours, transmissions",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(ecrans, visite); }});
    ajouter_envoi(ecrans,
                  {.chemin = "/unites/places",
                   .resume = "L'unité où vit une personne",
                   .permission = access::Permission::dossier_usager_ecrire,
                   .action = [&](Visite& visite) { return placer(ecrans, visite); }},
                  envoi_au_plus);
}

}  // namespace grappe::quotidien
