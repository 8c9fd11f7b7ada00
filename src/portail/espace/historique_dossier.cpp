// The past of a dossier: who wrote what and when, and two versions compared in words.
#include <algorithm>
#include <map>

#include "identity/compte.hpp"
#include "portail/espace/contenu.hpp"
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/espace/fusion.hpp"
#include "portail/espace/mots.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;
using pages::dire;
using reception::demandeur;

constexpr std::size_t versions_au_plus = 100;  // on the page; the last ones

struct Passe {
    DossierLu lu;
    teleservice::Historique histoire;
    std::map<std::string, std::string> noms;  // account → name
    std::string de, a;                        // versions to compare; empty: none
    std::vector<Difference> differences;
};

std::string nom_de_compte(storage::Reader& db, const std::string& compte) {
    const auto trouve = identity::trouver_compte(db, compte);
    return trouve ? trouve->nom_affiche() : compte;
}

core::Result<void> comparer(storage::Reader& db, const Visite& visite, Passe& passe) {
    const auto id = visite.requete.path("id");
    const auto avant = teleservice::lire_version(db, demandeur(visite), id, passe.de);
    if (!avant) return avant.error();
    const auto apres = teleservice::lire_version(db, demandeur(visite), id, passe.a);
    if (!apres) return apres.error();
    passe.differences =
        differences(saisie_de(dossier::TexteLu{*avant}), saisie_de(dossier::TexteLu{*apres}));
    return {};
}

core::Result<Passe> lire_le_passe(const Espace& espace, const Visite& visite) {
    return visite.base.read([&](storage::Reader& db) -> core::Result<Passe> {
        auto lu = lire(espace, db, demandeur(visite), visite.requete.path("id"));
        if (!lu) return lu.error();
        auto histoire = teleservice::historique(db, demandeur(visite), visite.requete.path("id"));
        if (!histoire) return histoire.error();
        Passe passe{.lu = std::move(lu).value(),
                    .histoire = std::move(histoire).value(),
                    .noms = {},
                    .de = std::string{visite.requete.query("de").value_or("")},
                    .a = std::string{visite.requete.query("a").value_or("")},
                    .differences = {}};
        for (const auto& version : passe.histoire.versions)
            passe.noms.try_emplace(version.ecrit_par);
        for (const auto& passage : passe.histoire.passages) passe.noms.try_emplace(passage.par);
        for (auto& [compte, nom] : passe.noms) nom = nom_de_compte(db, compte);
        if (passe.de.empty() || passe.a.empty()) return passe;
        if (const auto compare = comparer(db, visite, passe); !compare) return compare.error();
        return passe;
    });
}

// What happened, in its words; empty: an intervention tells it.
Vue vue_du_passage(const Espace& espace, const Passe& passe, const teleservice::Passage& passage) {
    const auto code = "espace.passage." + std::string{core::name_of(passage.acte)};
    const bool depot = passage.acte == teleservice::Acte::deposer;
    const auto mots = espace.services.phrases.contient(code)
                          ? dire(espace.services, code,
                                 {{"par", passe.noms.at(passage.par)}, {"motif", passage.motif}})
                          : pages::dire(espace.services, "espace.passage.autre");
    return {{"phrase", mots},
            {"lien", depot ? adresse_de(passe.lu.dossier, "recepisse") + "?numero=" + passage.motif
                           : std::string{}},
            {"lien_mots", dire(espace.services, "espace.acte.recepisse")}};
}

Vue vue_simple(std::string phrase) {
    return {{"phrase", std::move(phrase)}, {"lien", ""}, {"lien_mots", ""}};
}

Vue::Liste vues_des_passages(const Espace& espace, const Passe& passe, const core::Zone& fuseau) {
    std::multimap<core::Instant, Vue> faits;  // those of one instant in their order
    faits.emplace(passe.lu.dossier.cree_le,
                  vue_simple(dire(espace.services, "espace.passage.creer")));
    for (const auto& passage : passe.histoire.passages)
        if (passage.acte != teleservice::Acte::rouvrir &&
            passage.acte != teleservice::Acte::amender)
            faits.emplace(passage.fait_le, vue_du_passage(espace, passe, passage));
    for (const auto& une : passe.histoire.interventions)
        faits.emplace(
            une.faite_le,
            vue_simple(dire(espace.services, "espace.passage.intervention",
                            {{"fait", teleservice::phrase_de(une, espace.services.phrases)},
                             {"motif", une.motif}})));
    for (const auto& un : passe.histoire.nationales)
        faits.emplace(un.fait_le, vue_simple(dire(espace.services,
                                                  "espace.passage.instruction_" +
                                                      std::string{core::name_of(un.acte)},
                                                  {{"motif", std::string_view{un.motif}}})));
    Vue::Liste vues;
    for (auto fait = faits.rbegin(); fait != faits.rend(); ++fait) {
        fait->second.ajouter("date", pages::moment(fait->first, fuseau));
        vues.push_back(std::move(fait->second));
    }
    return vues;
}

Vue::Liste vues_des_versions(const Passe& passe, const core::Zone& fuseau) {
    Vue::Liste vues;
    const auto& versions = passe.histoire.versions;
    const auto derniere = versions.empty() ? 0 : versions.back().numero;
    for (auto version = versions.rbegin();
         version != versions.rend() && vues.size() < versions_au_plus; ++version) {
        const auto numero = std::to_string(version->numero);
        const bool deposee =
            std::any_of(passe.histoire.depots.begin(), passe.histoire.depots.end(),
                        [&](const auto& depot) { return depot.version == version->numero; });
        const bool propose_de = passe.de.empty() && version->numero == derniere - 1;
        const bool propose_a = passe.a.empty() && version->numero == derniere;
        vues.push_back(Vue{{"numero", numero},
                           {"deposee", deposee},
                           {"date", pages::moment(version->ecrit_le, fuseau)},
                           {"par", passe.noms.at(version->ecrit_par)},
                           {"de", passe.de == numero || propose_de},
                           {"a", passe.a == numero || propose_a}});
    }
    return vues;
}

Vue::Liste vues_des_differences(const Espace& espace, const Passe& passe) {
    Vue::Liste vues;
    for (const auto& difference : passe.differences) {
        const auto dit = [&](const std::string& texte) {
            return valeur_en_mots(espace.services, difference.chemin, texte);
        };
        vues.push_back(Vue{{"lieu", lieu_en_mots(espace.services, difference.chemin)},
                           {"avant", dit(difference.avant)},
                           {"apres", dit(difference.apres)}});
    }
    return vues;
}

Vue vue_du_passe(const Espace& espace, const Passe& passe) {
    const auto& services = espace.services;
    const auto& fuseau = pages::appel_de(services, passe.lu.etude.saisie).fuseau;
    const bool compare = !passe.de.empty() && !passe.a.empty();
    const auto combien = static_cast<std::int64_t>(passe.differences.size());
    const auto titre = compare ? dire(services, "espace.comparaison",
                                      {{"de", passe.de}, {"a", passe.a}, {"nombre", combien}})
                               : std::string{};
    const bool trop = passe.histoire.versions.size() > versions_au_plus;
    return {
        {"comparaison", titre},
        {"sans_difference",
         compare && combien == 0 ? dire(services, "espace.comparaison.aucune") : std::string{}},
        {"a_differences", combien > 0},
        {"differences", vues_des_differences(espace, passe)},
        {"passages", vues_des_passages(espace, passe, fuseau)},
        {"plus_anciennes", trop ? dire(services, "espace.versions.dernieres",
                                       {{"nombre", static_cast<std::int64_t>(versions_au_plus)}})
                                : std::string{}},
        {"versions", vues_des_versions(passe, fuseau)}};
}

http::Response historique(const Espace& espace, Visite& visite) {
    const auto passe = lire_le_passe(espace, visite);
    if (!passe) return refuser(espace, visite, passe.error());
    return montrer(espace, passe->lu,
                   {.visite = visite,
                    .gabarit = "espace_historique",
                    .onglet = "historique",
                    .titre = dire(espace.services, "espace.onglet.historique")},
                   vue_du_passe(espace, *passe));
}

}  // namespace

void ajouter_historique(const Espace& espace) {
    ajouter_lecture(espace, {.chemin = "/dossiers/{id}/historique",
                             .resume = "Historique d'un dossier",
                             .permission = Permission::dossier_lire,
                             .action = [&](Visite& visite) { return historique(espace, visite); }});
}

}  // namespace grappe::espace
