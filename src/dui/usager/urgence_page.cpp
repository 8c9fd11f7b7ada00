// /urgence/{id}: all that an emergency asks, on one page that prints on one sheet of paper. Opening
// it is an act of its own in the journal.
#include <algorithm>

#include "audit/journal.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/rencontre/bandeau.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/usager/fiches.hpp"
#include "dui/usager/routes.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::usager {
namespace {

using dui::dire;
using element::Genre;
using garde::Visite;
using page::Vue;
using rencontre::instant, rencontre::Rencontre;
using storage::Reader;

constexpr std::array<Genre, 5> de_l_urgence{Genre::allergie, Genre::contact, Genre::protection,
                                            Genre::confiance, Genre::directives};
// Beyond, one sheet of paper does not hold them; the others are told by their number.
constexpr std::size_t montrees = 6;

struct Lue {
    Rencontre rencontre;
    rencontre::Bandeau bandeau;
    std::vector<std::pair<Genre, std::vector<fiche::Fiche>>> fiches{};
};

core::Result<Lue> lire(const Ecrans& ecrans, Reader& db, const Visite& visite) {
    auto rencontre = rencontre::rencontrer(ecrans, db, visite, visite.requete.path("id"));
    if (!rencontre) return rencontre.error();
    Lue lue{*std::move(rencontre), {}};
    const auto& [qui, personne, ou] = lue.rencontre;
    lue.bandeau = rencontre::lire_le_bandeau(db, personne);
    const auto jour = core::paris().day_of(instant(ecrans));
    for (const auto genre : de_l_urgence) {
        auto fiches = fiche::fiches_de(db, qui, personne.id, genre);
        std::erase_if(fiches, [&](const fiche::Fiche& une) {
            return fiche::vigueur_de(une, jour) != fiche::Vigueur::en_vigueur;
        });
        lue.fiches.emplace_back(genre, std::move(fiches));
    }
    return lue;
}

using Partie = std::pair<Genre, std::vector<fiche::Fiche>>;

Vue vue_de_la_partie(const dui::Services& services, const acces::Professionnel& qui,
                     const Partie& partie, core::Date jour) {
    const auto& [genre, fiches] = partie;
    const std::string nom{core::name_of(genre)};
    const bool lit = qui.lit(fiche::rubrique_de(genre)->classe);
    Vue::Liste vues;
    for (const auto& une : fiches)
        if (vues.size() < montrees) vues.push_back(vue_de(services, une, jour));
    const auto reste = static_cast<std::int64_t>(fiches.size() - vues.size());
    return {{"nom", dire(services, "fiche.genre." + nom)},
            {"rien", !lit             ? dire(services, "usager.urgence.non_lu")
                     : fiches.empty() ? dire(services, "fiche.aucune." + nom)
                                      : std::string{}},
            {"reste", reste == 0 ? std::string{}
                                 : dire(services, "usager.urgence.reste", {{"nombre", reste}})},
            {"fiches", std::move(vues)}};
}

http::Response montrer(const Ecrans& ecrans, Visite& visite) {
    auto lue = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite); });
    const auto& services = ecrans.services;
    if (!lue) return dui::refuser(services, lue.error());
    const auto& personne = lue->rencontre.personne;
    audit::noter_seul(visite.base,
                      {.acteur = visite.qui().acteur.compte,
                       .acte = "fiche_urgence.ouvrir",
                       .objet = "personne:" + personne.id},
                      instant(ecrans));
    const auto jour = core::paris().day_of(instant(ecrans));
    Vue::Liste parties, sejours;
    for (const auto& une : lue->fiches)
        parties.push_back(vue_de_la_partie(services, lue->rencontre.qui, une, jour));
    for (const auto& un : personne.sejours)
        if (un.present(jour) && std::ranges::find(lue->rencontre.etablissements, un.finess_et) !=
                                    lue->rencontre.etablissements.end())
            sejours.push_back(
                Vue{{"finess", un.finess_et}, {"dit", rencontre::sejour_dit(services, un)}});
    const auto nom = rencontre::nom_de(personne);
    return dui::repondre(
        services,
        {.gabarit = "urgence",
         .titre = dire(services, "usager.titre.urgence", {{"nom", nom}}),
         .rubrique = "/personnes",
         .fil = {{"/personnes", dire(services, "annuaire.titre")},
                 {rencontre::adresse_de_la_personne(personne.id), nom}}},
        {{"bandeau", rencontre::vue_du_bandeau(ecrans, lue->rencontre, lue->bandeau, "/urgence")},
         {"sejours", std::move(sejours)},
         {"parties", std::move(parties)},
         {"moment", page::moment(instant(ecrans), core::paris())}});
}

}  // namespace

void ajouter_urgence(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/urgence/{id...}",
                       .resume = "La fiche d'urgence d'une personne, qui s'imprime",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(ecrans, visite); }});
}

}  // namespace grappe::usager
