// /agenda/ressources: the rooms and vehicles of an establishment.
#include "core/integer.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/planning/routes.hpp"
#include "dui/planning/vues.hpp"
#include "dui/rencontre/rencontre.hpp"
#include "secret/hasard.hpp"

namespace grappe::planning {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::lire_le_lieu, rencontre::maintenant;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 4096;

struct Tapee {
    std::string nom{};
    std::vector<rendez_vous::Faute> fautes{};
    std::string refus{};
};

http::Response afficher(const Ecrans& ecrans, Visite& visite, const rencontre::Lieu& lieu,
                        const Tapee& tapee) {
    const auto& services = ecrans.services;
    Vue::Liste vues;
    const auto toutes = visite.base.read(
        [&](Reader& db) { return rendez_vous::ressources_de(db, lieu.finess_et); });
    for (const auto& une : toutes)
        vues.push_back(Vue{
            {"nom", une.nom},
            {"genre", dire(services, "planning.genre." + std::string{core::name_of(une.genre)})},
            {"places", une.places == 0 ? std::string{}
                                       : dire(services, "planning.places",
                                              {{"nombre", std::int64_t{une.places}}})}});
    const auto role = visite.qui().acteur.role;
    return dui::repondre(
        services,
        {.gabarit = "agenda_ressources",
         .titre = dire(services, "planning.ressources"),
         .rubrique = "/agenda",
         .fil = {{"/agenda", dire(services, "planning.titre")}}},
        {{"ressources", std::move(vues)},
         {"aucune", toutes.empty()},
         {"peut", role == access::Role::encadrement || role == access::Role::secretariat},
         {"finess", lieu.finess_et},
         {"id", secret::identifiant()},
         {"nom_tape", tapee.nom},
         {"fautes", fautes_dites(services, tapee.fautes)},
         {"refus", tapee.refus},
         {"csrf", visite.qui().csrf}});
}

http::Response montrer(const Ecrans& ecrans, Visite& visite) {
    const auto lieu = visite.base.read([&](Reader& db) {
        return lire_le_lieu(ecrans, db, visite, {visite.requete.query("finess").value_or(""), ""});
    });
    if (lieu.finess_et.empty())
        return dui::refuser(ecrans.services,
                            core::refuse(core::Reason::not_found, "quotidien.sans_etablissement"));
    return afficher(ecrans, visite, lieu, {});
}

http::Response ecrire(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const rencontre::Demande demande{envoi.valeur("finess"), ""};
    const auto lieu =
        visite.base.read([&](Reader& db) { return lire_le_lieu(ecrans, db, visite, demande); });
    if (!rencontre::est_celui(lieu, demande))
        return dui::refuser(ecrans.services,
                            core::refuse(core::Reason::forbidden, "dui.etablissement_interdit"));
    const rendez_vous::Ressource voulue{
        .id = std::string{envoi.valeur("id")},
        .nom = std::string{envoi.valeur("nom")},
        .genre =
            envoi.valeur("genre") == "vehicule" ? agenda::Genre::vehicule : agenda::Genre::salle,
        .places = core::integer<int>(envoi.valeur("places")).value_or(0),
        .partagee = envoi.contient("partagee")};
    const auto fait = visite.base.write([&](Writer& db) {
        return rendez_vous::ouvrir_ressource(db, {lieu.qui, maintenant(ecrans), {}},
                                             core::Finess::parse(lieu.finess_et).value(), voulue);
    });
    if (fait && fait->ecrite())
        return http::Response::see_other("/agenda/ressources" + lieu.question());
    Tapee tapee{.nom = voulue.nom};
    if (fait)
        tapee.fautes = fait->fautes;
    else
        tapee.refus = ecrans.services.phrases.dire(fait.error());
    auto reponse = afficher(ecrans, visite, lieu, tapee);
    reponse.status = fait ? 422 : garde::statut_de(fait.error().reason);
    return reponse;
}

}  // namespace

void ajouter_ressources(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/agenda/ressources",
                       .resume = "Les salles et les véhicules",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(ecrans, visite); }});
    rencontre::ajouter_envoi(ecrans,
                             {.chemin = "/agenda/ressources",
                              .resume = "Ajouter une salle ou un véhicule",
                              .permission = access::Permission::dossier_usager_ecrire,
                              .action = [&](Visite& visite) { return ecrire(ecrans, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::planning
