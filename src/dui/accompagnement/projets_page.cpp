// /projets: projects of an establishment whose review is late or due within thirty days, late ones
// first; as many rows are read as are shown.
#include "dui/acces/consultation.hpp"
#include "dui/accompagnement/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/rencontre/suite.hpp"

namespace grappe::accompagnement {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using projet::Genre;

constexpr std::size_t projets_montres = 50;

struct Lue {
    rencontre::Lieu lieu;
    Vue::Liste lignes{};
    std::string suite{};
};

Vue ligne(const Outils& outils, const projet::Objet& terme) {
    const auto& element = terme.version.element;
    const auto qui = outils.ecrans.annuaire.personne(element.personne);
    const projet::Revision revision{terme.jour("terme").value(),
                                    core::named<projet::Motif>(terme.champ("motif")).value()};
    return {{"nom", qui ? rencontre::nom_de(*qui) : element.personne},
            {"adresse", adresse_du_projet(element.personne, element.lie_a, "")},
            {"revision", vue_de_la_revision(outils, revision)}};
}

Lue lire(const Outils& outils, storage::Reader& db, const Visite& visite) {
    const auto demande = [&](const char* nom) { return visite.requete.query(nom).value_or(""); };
    Lue lue{.lieu = rencontre::lire_le_lieu(outils.ecrans, db, visite, {demande("finess"), ""})};
    if (lue.lieu.finess_et.empty() || !lue.lieu.qui.lit(partage::Classe::projet)) return lue;
    const auto limite = aujourd_hui(outils).plus_days(delais(outils).proche_en_jours + 1);
    const auto termes = element::premiers_du_lieu(
        db, {lue.lieu.finess_et, Genre::echeance_projet, core::paris().start_of(limite),
             projets_montres, rencontre::suite_de(demande("apres"))});
    for (const auto& un : termes)
        if (!lue.lieu.fermees.contains(un.element.personne))
            lue.lignes.push_back(ligne(outils, projet::lu(un)));
    if (termes.size() == projets_montres)
        lue.suite =
            "/projets" + lue.lieu.question() + "&apres=" +
            rencontre::suite_dite({termes.back().element.debut.utc_text(), termes.back().numero});
    return lue;
}

http::Response montrer(const Outils& outils, Visite& visite) {
    auto lue = visite.base.read([&](storage::Reader& db) { return lire(outils, db, visite); });
    const auto& services = outils.ecrans.services;
    if (lue.lieu.finess_et.empty())
        return dui::refuser(services,
                            core::refuse(core::Reason::not_found, "quotidien.sans_etablissement"));
    acces::consigner_une_liste(visite.base,
                               {visite.qui().acteur.compte, rencontre::instant(outils.ecrans)},
                               {lue.lieu.finess_et, lue.lignes.size()});
    Vue::Liste etablissements;
    for (const auto& un : lue.lieu.etablissements)
        etablissements.push_back(Vue{{"numero", un}, {"courant", un == lue.lieu.finess_et}});
    return dui::repondre(services,
                         {.gabarit = "projets",
                          .titre = dire(services, "accompagnement.titre.projets"),
                          .rubrique = "/projets"},
                         {{"finess", lue.lieu.finess_et},
                          {"plusieurs", lue.lieu.etablissements.size() > 1},
                          {"etablissements", std::move(etablissements)},
                          {"lit", lue.lieu.qui.lit(partage::Classe::projet)},
                          {"vide", lue.lignes.empty()},
                          {"lignes", std::move(lue.lignes)},
                          {"suite", lue.suite}});
}

}  // namespace

void ajouter_projets(const Outils& outils) {
    dui::ajouter_page(outils.ecrans.services,
                      {.chemin = "/projets",
                       .resume = "Les projets à revoir dans un établissement",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(outils, visite); }});
}

}  // namespace grappe::accompagnement
