// /administratif/{id}: what surrounds a person, rubrique after rubrique: those that one reads.
#include <algorithm>

#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/rencontre/bandeau.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/usager/fiches.hpp"
#include "dui/usager/routes.hpp"

namespace grappe::usager {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::instant, rencontre::Rencontre;
using storage::Reader;

struct Lue {
    Rencontre rencontre;
    rencontre::Bandeau bandeau;
    std::vector<std::pair<const fiche::Rubrique*, std::vector<fiche::Fiche>>> rubriques{};
};

core::Result<Lue> lire(const Ecrans& ecrans, Reader& db, const Visite& visite) {
    auto rencontre = rencontre::rencontrer(ecrans, db, visite, visite.requete.path("id"));
    if (!rencontre) return rencontre.error();
    Lue lue{*std::move(rencontre), {}};
    const auto& [qui, personne, ou] = lue.rencontre;
    lue.bandeau = rencontre::lire_le_bandeau(db, personne);
    for (const auto& une : fiche::rubriques())
        if (qui.lit(une.classe))
            lue.rubriques.emplace_back(&une, fiche::fiches_de(db, qui, personne.id, une.genre));
    return lue;
}

bool ecrit(const Rencontre& rencontre, const fiche::Rubrique& rubrique) {
    return rencontre.qui.ecrit(rubrique.classe) &&
           std::ranges::any_of(rencontre.etablissements, [&](const std::string& ou) {
               return rencontre.qui.peut_a(access::Permission::dossier_usager_ecrire, ou);
           });
}

// Those in sight, and those that are over.
struct Partage {
    Vue::Liste ici{}, passees{};
};
Partage partager(const dui::Services& services, const std::vector<fiche::Fiche>& fiches,
                 core::Date jour) {
    Partage partage;
    for (const auto& une : fiches) {
        const auto vigueur = fiche::vigueur_de(une, jour);
        const bool la = vigueur == fiche::Vigueur::en_vigueur || vigueur == fiche::Vigueur::a_venir;
        // A right that has ended stays in sight: it is to be asked for again.
        const bool a_redemander =
            vigueur == fiche::Vigueur::echue && une.version.element.genre != element::Genre::bien;
        (la || a_redemander ? partage.ici : partage.passees).push_back(vue_de(services, une, jour));
    }
    return partage;
}

Vue vue_de_la_rubrique(const dui::Services& services, const Rencontre& rencontre,
                       const fiche::Rubrique& rubrique, Partage partage) {
    const std::string genre{core::name_of(rubrique.genre)};
    const bool vide = partage.ici.empty();
    return {{"genre", genre},
            {"nom", dire(services, "fiche.genre." + genre)},
            {"aucune", vide ? dire(services, "fiche.aucune." + genre) : std::string{}},
            {"ajouter",
             ecrit(rencontre, rubrique) ? dire(services, "fiche.ajouter." + genre) : std::string{}},
            {"formulaire", "/fiches/nouvelle?genre=" + genre +
                               "&personne=" + core::percent_encoded(rencontre.personne.id)},
            {"fiches", std::move(partage.ici)},
            {"anciennes", !partage.passees.empty()},
            {"passees", std::move(partage.passees)}};
}

http::Response montrer(const Ecrans& ecrans, Visite& visite) {
    auto lue = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite); });
    const auto& services = ecrans.services;
    if (!lue) return dui::refuser(services, lue.error());
    const auto& personne = lue->rencontre.personne;
    acces::consigner_un_dossier(visite.base, {visite.qui().acteur.compte, instant(ecrans)},
                                personne.id);
    const auto jour = core::paris().day_of(instant(ecrans));
    Vue::Liste rubriques;
    for (const auto& [rubrique, fiches] : lue->rubriques)
        rubriques.push_back(vue_de_la_rubrique(services, lue->rencontre, *rubrique,
                                               partager(services, fiches, jour)));
    const auto nom = rencontre::nom_de(personne);
    return dui::repondre(services,
                         {.gabarit = "administratif",
                          .titre = dire(services, "usager.titre.administratif", {{"nom", nom}}),
                          .rubrique = "/personnes",
                          .fil = {{"/personnes", dire(services, "annuaire.titre")},
                                  {rencontre::adresse_de_la_personne(personne.id), nom}}},
                         {{"bandeau", rencontre::vue_du_bandeau(ecrans, lue->rencontre,
                                                                lue->bandeau, "/administratif")},
                          {"identite", dui::adresse_sous("/identites", personne.id)},
                          {"sans_profession", !lue->rencontre.qui.profession},
                          {"rubriques", std::move(rubriques)}});
}

}  // namespace

void ajouter_administratif(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/administratif/{id...}",
                       .resume = "Ce qui entoure une personne : contacts, protection, droits",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(ecrans, visite); }});
}

}  // namespace grappe::usager
