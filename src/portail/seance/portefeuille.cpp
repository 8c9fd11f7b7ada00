// /bureau/portefeuille: what a desk funded before this portail, from a sheet of its own. It counts
// in the balances of every committee after it. A sheet is shown before anything is kept.
#include <algorithm>

#include "core/texte.hpp"
#include "portail/comite/moyens_du_guichet.hpp"
#include "portail/comite/portefeuille_lu.hpp"
#include "portail/comite/scenario.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/seance/seance.hpp"
#include "tableur/lignes.hpp"

namespace grappe::seance {
namespace {

using access::Permission;
using comite::Element;
using garde::Visite;
using page::Vue;

constexpr std::size_t fautes_montrees = 50, lignes_montrees = 10;

struct Saisie {
    std::string source{}, colle{};
    std::vector<std::string> fautes{};
    std::vector<comite::LigneImportee> a_garder{};  // without a fault, not kept yet
};

Vue::Liste sources(const std::vector<comite::SourceImportee>& importees) {
    Vue::Liste vues;
    for (const auto& une : importees)
        vues.push_back(Vue{{"source", une.nom},
                           {"le", pages::moment(une.importee_le, core::paris())},
                           {"lignes", pages::entier(une.lignes)},
                           {"essms", pages::entier(une.essms)},
                           {"montant", euros(une.montant)}});
    return vues;
}

std::string cle_dite(const Seances& seances, comite::Genre genre, const std::string& cle) {
    if (genre == comite::Genre::departement && !cle.empty())
        if (const auto* connu = seances.services.territoires.departement(cle))
            return connu->nom + " (" + cle + ")";
    return comite::cle_dite(genre, cle, seances.services.phrases);
}

// As a committee shows it: how the lines are shared out.
Vue::Liste equilibres(const Seances& seances, const std::vector<Element>& elements) {
    Vue::Liste vues;
    for (const auto genre :
         {comite::Genre::secteur, comite::Genre::departement, comite::Genre::statut}) {
        const auto compte = comite::equilibre({genre}, elements);
        Vue::Liste groupes;
        for (const auto& [cle, groupe] : compte.groupes)
            groupes.push_back(Vue{{"cle", cle_dite(seances, genre, cle)},
                                  {"essms", pages::entier(groupe.essms)},
                                  {"part", comite::en_pour_cent(compte.pour_mille(cle))},
                                  {"montant", euros(groupe.montant)}});
        vues.push_back(Vue{{"axe", pages::dire(seances.services,
                                               "comite.axe." + std::string{core::name_of(genre)})},
                           {"groupes", std::move(groupes)}});
    }
    return vues;
}

Vue::Liste premieres_lignes(const Seances& seances, const std::vector<Element>& elements) {
    Vue::Liste vues;
    for (const auto& un : elements) {
        if (vues.size() == lignes_montrees) break;
        vues.push_back(
            Vue{{"secteur", cle_dite(seances, comite::Genre::secteur, un.secteur)},
                {"departement", cle_dite(seances, comite::Genre::departement, un.departement)},
                {"statut", cle_dite(seances, comite::Genre::statut, un.statut)},
                {"essms", pages::entier(un.essms)},
                {"montant", euros(un.montant)}});
    }
    return vues;
}

Vue apercu(const Seances& seances, const Saisie& saisie) {
    std::vector<Element> elements;
    for (const auto& une : saisie.a_garder) elements.push_back(une.element);
    const auto ensemble = comite::equilibre({comite::Genre::secteur}, elements).ensemble;
    const auto lignes = static_cast<std::int64_t>(elements.size());
    return {{"lignes", lignes},
            {"essms", std::int64_t{ensemble.essms}},
            {"montant", euros(ensemble.montant)},
            {"equilibres", equilibres(seances, elements)},
            {"premieres", premieres_lignes(seances, elements)},
            {"d_autres", elements.size() > lignes_montrees},
            {"resume", pages::dire(seances.services, "portefeuille.resume",
                                   {{"lignes", lignes},
                                    {"essms", std::int64_t{ensemble.essms}},
                                    {"montant", ensemble.montant}})},
            {"texte", comite::en_csv(saisie.a_garder)}};
}

http::Response montrer(const Seances& seances, Visite& visite, const Saisie& saisie, int statut) {
    const auto deja = visite.base.read([&](storage::Reader& db) {
        return comite::sources_du_portefeuille(db, reception::demandeur(visite));
    });
    if (!deja) return montrer_le_refus(seances, visite, deja.error());
    Vue::Liste fautes, apercus;
    for (const auto& une : saisie.fautes) fautes.push_back(Vue{{"phrase", une}});
    if (!saisie.a_garder.empty()) apercus.push_back(apercu(seances, saisie));
    const Fil fil{seances, visite, {Pas{}}};
    auto reponse =
        pages::repondre(seances.services,
                        {.gabarit = "seance_portefeuille",
                         .titre = pages::dire(seances.services, "seance.titre.portefeuille"),
                         .rubrique = "/bureau",
                         .fil = fil.etapes()},
                        {{"csrf", visite.qui().csrf},
                         {"vide", deja->empty()},
                         {"sources", sources(*deja)},
                         {"fait", visite.requete.query("fait") == "oui"},
                         {"a_des_fautes", !fautes.empty()},
                         {"fautes", std::move(fautes)},
                         {"a_choisir", apercus.empty()},
                         {"apercu", std::move(apercus)},
                         {"source", saisie.source},
                         {"colle", saisie.colle}});
    reponse.status = statut;
    return reponse;
}

void dire_les_fautes(const Seances& seances, const std::vector<comite::FauteDeCellule>& fautes,
                     Saisie& saisie) {
    for (const auto& une : fautes) {
        if (saisie.fautes.size() == fautes_montrees) break;
        saisie.fautes.push_back(pages::dire(seances.services, une.code,
                                            {{"ligne", static_cast<std::int64_t>(une.ligne)},
                                             {"colonne", std::string_view{une.colonne}},
                                             {"detail", std::string_view{une.detail}}}));
    }
    if (fautes.size() > fautes_montrees)
        saisie.fautes.push_back(
            pages::dire(seances.services, "portefeuille.autres",
                        {{"nombre", static_cast<std::int64_t>(fautes.size() - fautes_montrees)}}));
}

// What a sheet that cannot be read is told, in words of this page.
std::string illisible(const Seances& seances, const core::Refusal& refus) {
    if (refus.code == "tableur.trop_grand")
        return pages::dire(seances.services, "portefeuille.trop_grand");
    if (refus.code == "tableur.xlsx_illisible")
        return pages::dire(seances.services, "portefeuille.illisible");
    return dire(seances, refus);
}

// Every fault of what was sent is told at once.
Saisie lire(const Seances& seances, const Visite& visite, const page::Formulaire& lu) {
    Saisie saisie{std::string{core::trimmed(lu.valeur("source"))}, std::string{lu.valeur("colle")}};
    if (saisie.source.empty() || core::caracteres(saisie.source) > comite::source_au_plus)
        saisie.fautes.push_back(pages::dire(seances.services, "portefeuille.source"));
    const auto deja = visite.base.read([&](storage::Reader& db) {
        return comite::sources_du_portefeuille(db, reception::demandeur(visite));
    });
    if (deja &&
        std::ranges::find(*deja, saisie.source, &comite::SourceImportee::nom) != deja->end())
        saisie.fautes.push_back(
            dire(seances, {core::Reason::conflict, "comite.portefeuille_deja", saisie.source}));
    const auto& octets = lu.fichiers.empty() ? saisie.colle : lu.fichiers.front().octets;
    if (core::trimmed(octets).empty()) {
        saisie.fautes.push_back(pages::dire(seances.services, "portefeuille.rien"));
        return saisie;
    }
    const auto tableau = tableur::lire_lignes(octets);
    if (!tableau) {
        saisie.fautes.push_back(illisible(seances, tableau.error()));
        return saisie;
    }
    auto portefeuille =
        comite::lire_le_tableau(*tableau, saisie.source, seances.services.territoires);
    dire_les_fautes(seances, portefeuille.fautes, saisie);
    if (saisie.fautes.empty()) saisie.a_garder = std::move(portefeuille.lignes);
    return saisie;
}

http::Response importer(const Seances& seances, Visite& visite) {
    const auto lu = garde::lire_envoi(visite);
    auto saisie = lire(seances, visite, lu);
    if (!saisie.fautes.empty()) return montrer(seances, visite, saisie, 422);
    if (lu.valeur("acte") != "garder") return montrer(seances, visite, saisie, 200);
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return comite::importer_le_portefeuille(db, reception::demandeur(visite), saisie.a_garder);
    });
    if (fait) return http::Response::see_other("/bureau/portefeuille?fait=oui");
    saisie.fautes = {dire(seances, fait.error())};
    saisie.a_garder.clear();
    return montrer(seances, visite, saisie, garde::statut_de(fait.error().reason));
}

}  // namespace

void ajouter_portefeuille(const Seances& seances) {
    ajouter_lecture(seances,
                    {.chemin = "/bureau/portefeuille",
                     .resume = "Ce que le guichet a financé avant ce portail",
                     .permission = Permission::comite_preparer,
                     .action = [&](Visite& visite) { return montrer(seances, visite, {}, 200); }});
    garde::ajouter(
        seances.routes, seances.comptes,
        garde::envoi({.chemin = "/bureau/portefeuille",
                      .resume = "Voir, puis garder ce que le guichet a financé avant ce portail",
                      .permission = Permission::comite_preparer,
                      .action = [&](Visite& visite) { return importer(seances, visite); }},
                     tableur::octets_au_plus + 64 * 1024));
}

}  // namespace grappe::seance
