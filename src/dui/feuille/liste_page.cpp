// /evaluations/{id}: the evaluations of a person, scale by scale, with what changed since the last.
#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/feuille/routes.hpp"
#include "dui/feuille/vues.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/bandeau.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/rencontre/suite.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::feuille {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;

struct Lue {
    rencontre::Rencontre rencontre;
    rencontre::Bandeau bandeau;
    passation::Page page;
};

core::Result<Lue> lire(const Feuilles& feuilles, storage::Reader& db, const Visite& visite) {
    auto rencontre = rencontre::rencontrer(feuilles.ecrans, db, visite, visite.requete.path("id"));
    if (!rencontre) return rencontre.error();
    const auto apres = rencontre::suite_de(visite.requete.query("apres").value_or(""));
    auto bandeau = rencontre::lire_le_bandeau(db, rencontre->personne);
    auto page = passation::page_de(db, {rencontre->qui, feuilles.outils},
                                   {rencontre->personne.id, passation::regardees, apres});
    return Lue{*std::move(rencontre), std::move(bandeau), std::move(page)};
}

Vue ligne(const Feuilles& feuilles, const passation::Version& une) {
    return {{"adresse", adresse_de(une)},
            {"jour", page::jour(une.dite().date)},
            {"resultat", resultat_court(feuilles, une.dite())},
            {"statut", statut_dit(feuilles, une)},
            {"a_finir", !une.retiree() && une.dite().statut == evaluation::Statut::en_preparation},
            {"retiree", une.retiree()}};
}

// Of one scale, the latest first; empty: none on this page.
Vue::Liste grille_vue(const Feuilles& feuilles, const passation::Page& page,
                      const evaluation::Grille& grille) {
    Vue::Liste lignes;
    std::vector<evaluation::Dit> change;
    for (const auto& une : page.evaluations) {
        if (une.dite().grille != grille.cle) continue;
        const auto* avant = lignes.empty() ? passation::precedente(page, une) : nullptr;
        if (avant != nullptr && !une.retiree())
            change = passation::tendance(feuilles.outils, *avant, une);
        lignes.push_back(ligne(feuilles, une));
    }
    if (lignes.empty()) return {};
    auto derniere = std::move(lignes.front());
    lignes.erase(lignes.begin());
    const bool plusieurs = !lignes.empty();
    return {Vue{{"titre_de_la_grille", grille.titre},
                {"cle", grille.cle},
                {"derniere", std::move(derniere)},
                {"change", phrases_de(feuilles, change)},
                {"plusieurs", plusieurs},
                {"anciennes", std::move(lignes)}}};
}

http::Response montrer(const Feuilles& feuilles, Visite& visite) {
    const auto& services = feuilles.ecrans.services;
    const auto lue =
        visite.base.read([&](storage::Reader& db) { return lire(feuilles, db, visite); });
    if (!lue) return dui::refuser(services, lue.error());
    const auto& personne = lue->rencontre.personne;
    acces::consigner_un_dossier(visite.base,
                                {visite.qui().acteur.compte, rencontre::instant(feuilles.ecrans)},
                                personne.id);
    Vue::Liste grilles;
    for (const auto& une : feuilles.outils.grilles)
        for (auto& vue : grille_vue(feuilles, lue->page, une)) grilles.push_back(std::move(vue));
    bool commence = false;
    for (const auto& une : feuilles.outils.grilles)
        commence = commence || lue->rencontre.qui.ecrit(passation::classe_de(une.cle));
    const auto tues = static_cast<std::int64_t>(lue->page.tues);
    const auto ici = adresse_de_la_liste(personne.id);
    const bool vide = grilles.empty();
    return dui::repondre(
        services,
        {.gabarit = "evaluations",
         .titre = dire(services, "feuille.titre.liste", {{"nom", rencontre::nom_de(personne)}}),
         .rubrique = "/equipe",
         .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
        {{"bandeau",
          rencontre::vue_du_bandeau(feuilles.ecrans, lue->rencontre, lue->bandeau, "/evaluations")},
         {"vide", vide},
         {"grilles", std::move(grilles)},
         {"commencer", commence
                           ? "/evaluation/nouvelle?personne=" + core::percent_encoded(personne.id)
                           : std::string{}},
         {"tues", tues == 0 ? std::string{} : dire(services, "feuille.tues", {{"nombre", tues}})},
         {"suite", rencontre::adresse_de_la_suite(ici, lue->page.suite)}});
}

}  // namespace

void ajouter_liste(const Feuilles& feuilles) {
    dui::ajouter_page(feuilles.ecrans.services,
                      {.chemin = "/evaluations/{id...}",
                       .resume = "Les évaluations d'une personne, grille par grille",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(feuilles, visite); }});
}

}  // namespace grappe::feuille
