// /registre-des-demandes: the demands of an establishment that wait for an answer, the nearest term
// first.
#include "dui/acces/consultation.hpp"
#include "dui/demande/registre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/regard/demande_vue.hpp"

namespace grappe::regard {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using storage::Reader;

struct Lue {
    rencontre::Lieu lieu;
    Vue::Liste demandes;
    std::int64_t en_retard = 0;
};

// A record closed by its circle is told by its term, without its name.
Lue lire(const Ecrans& ecrans, Reader& db, const Visite& visite) {
    ecrans.annuaire.mettre_a_jour(db);
    Lue lue{.lieu = lire_le_lieu(ecrans, db, visite,
                                 {visite.requete.query("finess").value_or(""), ""})};
    if (lue.lieu.finess_et.empty() || !lue.lieu.qui.lit(partage::Classe::administratif)) return lue;
    const auto jour = core::paris().day_of(rencontre::instant(ecrans));
    for (const auto& une : demande::ouvertes(db, lue.lieu.finess_et)) {
        const auto& id = une.version.element.personne;
        const bool fermee = lue.lieu.fermees.contains(id);
        const auto personne = fermee ? std::nullopt : ecrans.annuaire.personne(id);
        lue.en_retard += demande::etat_de(une.demande, jour) == demande::Etat::en_retard ? 1 : 0;
        auto vue = demande_dite(ecrans, une.demande);
        vue.ajouter("personne", personne ? rencontre::nom_de(*personne)
                                         : dire(ecrans.services, "demande.reservee"));
        vue.ajouter("adresse", personne ? dui::adresse_sous("/demandes", id) : std::string{});
        lue.demandes.push_back(std::move(vue));
    }
    return lue;
}

http::Response afficher(const Ecrans& ecrans, Visite& visite) {
    auto lue = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite); });
    const auto& services = ecrans.services;
    const bool lit = lue.lieu.qui.lit(partage::Classe::administratif);
    if (lue.lieu.finess_et.empty())
        return dui::refuser(services,
                            core::refuse(core::Reason::not_found, "dui.aucun_etablissement"));
    acces::consigner_une_liste(visite.base,
                               {visite.qui().acteur.compte, rencontre::instant(ecrans)},
                               {lue.lieu.finess_et, lue.demandes.size()});
    const auto nombre = static_cast<std::int64_t>(lue.demandes.size());
    const bool plusieurs = lue.lieu.etablissements.size() > 1;
    Vue::Liste lieux;
    for (const auto& un : lue.lieu.etablissements)
        lieux.push_back(Vue{{"numero", un}, {"choisi", un == lue.lieu.finess_et}});
    return dui::repondre(
        services,
        {.gabarit = "registre_demandes",
         .titre = dire(services, "demande.registre"),
         .rubrique = "/equipe",
         .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
        {{"finess", lue.lieu.finess_et},
         {"plusieurs", plusieurs},
         {"lieux", std::move(lieux)},
         {"lit", lit},
         {"vide", lit && nombre == 0},
         {"compte", nombre == 0 ? std::string{}
                                : dire(services, "demande.compte",
                                       {{"nombre", nombre}, {"retard", lue.en_retard}})},
         {"demandes", std::move(lue.demandes)}});
}

}  // namespace

void ajouter_registre(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/registre-des-demandes",
                       .resume = "Les demandes qui attendent une réponse, par échéance",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return afficher(ecrans, visite); }});
}

}  // namespace grappe::regard
