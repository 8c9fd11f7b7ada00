// /revues-d-acces: the exceptional accesses of an establishment that nobody looked at yet.
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/regard/routes.hpp"

namespace grappe::regard {
namespace {

using cercle::Avis;
using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::Auteurs;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 16 * 1024;
constexpr std::int64_t montrees = 50;

// Those of every establishment where one reviews.
Vue::Liste lire(const Ecrans& ecrans, Reader& db, const Visite& visite) {
    ecrans.annuaire.mettre_a_jour(db);
    const auto qui = acces::professionnel(db, visite.qui().acteur);
    Auteurs auteurs{db};
    Vue::Liste vues;
    for (const auto& ou : ecrans.annuaire.etablissements()) {
        if (!qui.peut_a(access::Permission::cercle_tenir, ou)) continue;
        for (const auto& une : cercle::a_revoir(db, ou, montrees)) {
            auto vue = vue_de(ecrans, auteurs, une);
            const auto personne = ecrans.annuaire.personne(une.personne);
            vue.ajouter("personne", personne ? rencontre::nom_de(*personne) : une.personne);
            vue.ajouter("adresse", rencontre::adresse_de_la_personne(une.personne));
            vue.ajouter("sienne", une.compte == qui.acteur.compte);
            vues.push_back(std::move(vue));
        }
    }
    return vues;
}

http::Response afficher(const Ecrans& ecrans, Visite& visite, const std::string& refus) {
    auto vues = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite); });
    const bool vide = vues.empty();
    auto reponse =
        dui::repondre(ecrans.services,
                      {.gabarit = "revues",
                       .titre = dire(ecrans.services, "regard.titre_revues"),
                       .rubrique = "/equipe",
                       .fil = {{"/equipe", dire(ecrans.services, "quotidien.titre.equipe")}}},
                      {{"vide", vide},
                       {"exceptions", std::move(vues)},
                       {"refus", refus},
                       {"csrf", visite.qui().csrf}});
    if (!refus.empty()) reponse.status = 409;
    return reponse;
}

http::Response revoir(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto avis = core::named<Avis>(envoi.valeur("avis"));
    const auto fait = visite.base.write([&](Writer& db) -> core::Result<void> {
        if (!avis) return core::refuse(core::Reason::invalid, "acces.avis");
        return cercle::revoir(
            db, acces::professionnel(db, visite.qui().acteur), rencontre::maintenant(ecrans),
            {std::string{envoi.valeur("id")}, *avis, std::string{envoi.valeur("remarque")}});
    });
    if (!fait) return afficher(ecrans, visite, ecrans.services.phrases.dire(fait.error()));
    return http::Response::see_other("/revues-d-acces");
}

}  // namespace

void ajouter_revue(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/revues-d-acces",
                       .resume = "Les accès exceptionnels à revoir",
                       .permission = access::Permission::cercle_tenir,
                       .action = [&](Visite& visite) { return afficher(ecrans, visite, {}); }});
    rencontre::ajouter_envoi(ecrans,
                             {.chemin = "/revues-d-acces",
                              .resume = "Dire ce que l'on pense d'un accès exceptionnel",
                              .permission = access::Permission::cercle_tenir,
                              .action = [&](Visite& visite) { return revoir(ecrans, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::regard
