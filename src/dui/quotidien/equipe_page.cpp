// /equipe: the start of a shift. What changed since one left, by risk; each person present.
#include <algorithm>
#include <ranges>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/quotidien/routes.hpp"
#include "dui/quotidien/vues.hpp"
#include "dui/sejour/absence.hpp"
#include "dui/transmission/releve.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::quotidien {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::adresse_de_la_personne, rencontre::ajouter_envoi, rencontre::Auteurs,
    rencontre::Demande, rencontre::est_celui, rencontre::instant, rencontre::Lieu,
    rencontre::lire_le_lieu, rencontre::maintenant, rencontre::nom_de, rencontre::quand;
using storage::Reader, storage::Writer;
using transmission::Risque;

constexpr std::size_t envoi_au_plus = 4096;
// After months away: what is beyond is counted, and read on each person's page.
constexpr std::size_t lignes_au_plus = 300;

struct Equipe {
    Lieu lieu;
    std::map<std::string, sejour::Absence, std::less<>> absentes{};  // by person
    std::optional<transmission::Prise> prise;
    transmission::Releve releve;
    std::vector<annuaire::Personne> presentes;  // by name
    Vue::Liste a_lire, suite;                   // lines that come first, and the others
};

void lire_les_presentes(const Ecrans& ecrans, Equipe& equipe) {
    const auto jour = core::paris().day_of(instant(ecrans));
    for (const auto& id : ecrans.annuaire.presentes(equipe.lieu.finess_et, jour)) {
        if (!equipe.lieu.concerne(id)) continue;
        if (auto une = ecrans.annuaire.personne(id)) equipe.presentes.push_back(*std::move(une));
    }
}

std::string code_du_risque(const transmission::Ligne& ligne) {
    if (ligne.version.element.etat == element::Etat::retire) return "quotidien.risque.retiree";
    return "quotidien.risque." + std::string{core::name_of(ligne.risque)};
}

void dire_les_lignes(const Ecrans& ecrans, Reader& db, Equipe& equipe) {
    Auteurs auteurs{db};
    for (const auto& ligne : equipe.releve.lignes | std::views::take(lignes_au_plus)) {
        const auto& un = ligne.version.element;
        const auto qui = ecrans.annuaire.personne(un.personne);
        const auto compte = magasin::signature_de(db, ligne.version.enregistrement).auteur;
        auto vue = vue_de(ecrans.services,
                          {ligne.version, ligne.dit, auteurs.nom(compte), instant(ecrans)});
        vue.ajouter("personne", qui ? nom_de(*qui) : un.personne);
        vue.ajouter("dossier", adresse_de_la_personne(un.personne));
        vue.ajouter("risque", dire(ecrans.services, code_du_risque(ligne)));
        (ligne.risque == Risque::ordinaire ? equipe.suite : equipe.a_lire)
            .push_back(std::move(vue));
    }
}

Equipe lire(const Ecrans& ecrans, Reader& db, Visite& visite) {
    Equipe equipe{.lieu = lire_le_lieu(ecrans, db, visite,
                                       {visite.requete.query("finess").value_or(""),
                                        visite.requete.query("unite").value_or("")})};
    const auto& lieu = equipe.lieu;
    if (lieu.finess_et.empty()) return equipe;
    equipe.prise =
        transmission::derniere_prise(db, visite.qui().acteur.compte, {lieu.finess_et, lieu.unite});
    const auto apres = equipe.prise ? equipe.prise->numero
                                    : transmission::debut_sans_prise(db, maintenant(ecrans));
    equipe.releve = transmission::relever(
        db, lieu.qui, {lieu.finess_et, apres, [&](std::string_view personne) {
                           return lieu.concerne(personne) && !lieu.fermees.contains(personne);
                       }});
    lire_les_presentes(ecrans, equipe);
    const auto ici = instant(ecrans);
    const sejour::Periode maintenant_meme{ici,
                                          core::Instant::of(ici.utc() + std::chrono::seconds{1})};
    for (auto& une : sejour::absences_de(db, lieu.finess_et, maintenant_meme))
        if (lieu.concerne(une.personne)) equipe.absentes.emplace(une.personne, une);
    dire_les_lignes(ecrans, db, equipe);
    return equipe;
}

std::string depuis(const Ecrans& ecrans, const Equipe& equipe) {
    if (!equipe.prise) return dire(ecrans.services, "quotidien.depuis.un_jour");
    return dire(ecrans.services, "quotidien.depuis.prise",
                {{"quand", quand(ecrans.services, equipe.prise->le, instant(ecrans))}});
}

// "absent, retour demain à 18 h 00": what every carer may know; why is on its page.
std::string absence_dite(const Ecrans& ecrans, const Equipe& equipe, const std::string& personne) {
    const auto une = equipe.absentes.find(personne);
    if (une == equipe.absentes.end()) return {};
    if (!une->second.fin) return dire(ecrans.services, "conduite.absent.sans_retour");
    return dire(ecrans.services, "conduite.absent.retour",
                {{"quand", quand(ecrans.services, *une->second.fin, instant(ecrans))}});
}

Vue::Liste personnes(const Ecrans& ecrans, const Equipe& equipe) {
    Vue::Liste vues;
    for (const auto& une : equipe.presentes) {
        const auto ou = equipe.releve.par_personne.find(une.id);
        const auto combien = ou == equipe.releve.par_personne.end() ? 0 : ou->second;
        vues.push_back(
            Vue{{"nom", nom_de(une)},
                {"adresse", adresse_de_la_personne(une.id)},
                {"absence", absence_dite(ecrans, equipe, une.id)},
                {"neuf", combien > 0},
                {"reserve", equipe.lieu.fermees.contains(une.id)},
                {"dit", equipe.lieu.fermees.contains(une.id)
                            ? dire(ecrans.services, "quotidien.reserve")
                        : combien > 0 ? dire(ecrans.services, "quotidien.nouvelles",
                                             {{"nombre", static_cast<std::int64_t>(combien)}})
                                      : dire(ecrans.services, "quotidien.rien_de_nouveau")},
                {"ecrire", "/transmissions/nouvelle" + equipe.lieu.question() +
                               "&personne=" + core::percent_encoded(une.id)}});
    }
    return vues;
}

// The establishments and units that one may look at, with the current one.
Vue::Liste lieux(const Ecrans& ecrans, const Lieu& lieu) {
    Vue::Liste vues;
    const auto ajouter = [&](std::string nom, const std::string& unite) {
        auto la = lieu;
        la.unite = unite;
        vues.push_back(Vue{{"nom", std::move(nom)},
                           {"adresse", "/equipe" + la.question()},
                           {"courant", lieu.unite == unite}});
    };
    ajouter(dire(ecrans.services, "quotidien.toutes_les_unites"), "");
    for (const auto& une : lieu.unites) ajouter(une.nom, une.id);
    return vues;
}

Vue::Liste etablissements(const Lieu& lieu) {
    Vue::Liste vues;
    for (const auto& un : lieu.etablissements)
        vues.push_back(Vue{{"numero", un}, {"courant", un == lieu.finess_et}});
    return vues;
}

std::string nom_du_lieu(const Ecrans& ecrans, const Lieu& lieu) {
    const auto une = std::ranges::find(lieu.unites, lieu.unite, &unite::Unite::id);
    return une != lieu.unites.end()
               ? une->nom
               : dire(ecrans.services, "quotidien.etablissement", {{"numero", lieu.finess_et}});
}

std::string au_dela(const Ecrans& ecrans, const transmission::Releve& releve) {
    if (releve.lignes.size() <= lignes_au_plus) return {};
    const auto reste = static_cast<std::int64_t>(releve.lignes.size() - lignes_au_plus);
    return dire(ecrans.services, "quotidien.au_dela", {{"nombre", reste}});
}

Vue vue_de(const Ecrans& ecrans, const Visite& visite, Equipe&& equipe) {
    const auto& services = ecrans.services;
    const auto& lieu = equipe.lieu;
    const auto poste = core::name_of(transmission::poste_de(instant(ecrans)));
    const auto combien = static_cast<std::int64_t>(equipe.presentes.size());
    const auto tues = static_cast<std::int64_t>(equipe.releve.tues);
    return {
        {"lieu", nom_du_lieu(ecrans, lieu)},
        {"poste", dire(services, "quotidien.poste." + std::string{poste})},
        {"depuis", depuis(ecrans, equipe)},
        {"plusieurs", lieu.etablissements.size() > 1},
        {"etablissements", etablissements(lieu)},
        {"a_des_unites", !lieu.unites.empty()},
        {"lieux", lieux(ecrans, lieu)},
        {"rien", equipe.releve.lignes.empty()},
        {"a_lire", std::move(equipe.a_lire)},
        {"suite", std::move(equipe.suite)},
        {"au_dela", au_dela(ecrans, equipe.releve)},
        {"tues", tues == 0 ? std::string{} : dire(services, "quotidien.tues", {{"nombre", tues}})},
        {"combien", dire(services, "quotidien.presentes", {{"nombre", combien}})},
        {"personnes", personnes(ecrans, equipe)},
        {"absents", dire(services, "conduite.absents",
                         {{"nombre", static_cast<std::int64_t>(equipe.absentes.size())}})},
        {"question", lieu.question()},
        {"personne", equipe.presentes.empty()},
        {"ecrire", "/transmissions/nouvelle" + lieu.question()},
        {"ecrit", lieu.qui.peut_a(access::Permission::dossier_usager_ecrire, lieu.finess_et) &&
                      lieu.qui.profession.has_value()},
        {"sans_profession", !lieu.qui.profession},
        {"finess", lieu.finess_et},
        {"unite", lieu.unite},
        {"numero", equipe.releve.jusqu_a},
        {"csrf", visite.qui().csrf}};
}

http::Response montrer(const Ecrans& ecrans, Visite& visite) {
    auto equipe = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite); });
    if (equipe.lieu.finess_et.empty())
        return dui::refuser(ecrans.services,
                            core::refuse(core::Reason::not_found, "quotidien.sans_etablissement"));
    acces::consigner_une_liste(visite.base, {visite.qui().acteur.compte, instant(ecrans)},
                               {equipe.lieu.finess_et, equipe.presentes.size()});
    return dui::repondre(ecrans.services,
                         {.gabarit = "equipe",
                          .titre = dire(ecrans.services, "quotidien.titre.equipe"),
                          .rubrique = "/equipe"},
                         vue_de(ecrans, visite, std::move(equipe)));
}

http::Response prendre(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const Demande demande{envoi.valeur("finess"), envoi.valeur("unite")};
    const auto lieu =
        visite.base.read([&](Reader& db) { return lire_le_lieu(ecrans, db, visite, demande); });
    const auto numero = core::integer<std::int64_t>(envoi.valeur("numero"));
    if (!numero || !est_celui(lieu, demande))
        return dui::refuser(ecrans.services, core::refuse(core::Reason::invalid, "releve.numero"));
    const auto pris = visite.base.write([&](Writer& db) {
        return transmission::prendre(db, visite.qui().acteur.compte, {lieu.finess_et, lieu.unite},
                                     {*numero, instant(ecrans)});
    });
    if (!pris) return dui::refuser(ecrans.services, pris.error());
    return http::Response::see_other("/equipe" + lieu.question());
}

}  // namespace

void ajouter_equipe(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/equipe",
                       .resume = "Mon équipe : ce qui a changé depuis mon départ",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(ecrans, visite); }});
    ajouter_envoi(ecrans,
                  {.chemin = "/equipe/releve",
                   .resume = "Dire lu ce qui a changé",
                   .permission = access::Permission::dossier_usager_lire,
                   .action = [&](Visite& visite) { return prendre(ecrans, visite); }},
                  envoi_au_plus);
}

}  // namespace grappe::quotidien
