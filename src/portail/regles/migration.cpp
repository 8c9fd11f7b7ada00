// GET and POST /regles/migration: the dossiers that older rules judge, blocked ones first, and
// their move to the rules in force.
#include "portail/pages/cadre.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/regles/regles.hpp"
#include "portail/repetition/raisons.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::regles {
namespace {

using access::Permission;
using administration::AMigrer;
using garde::Visite;
using page::Vue;

constexpr std::size_t formulaire_max = std::size_t{256} * 1024;

struct Dit {
    std::string faute{}, fait{};
    int statut = 200;
};

Vue vue_de(const Regles& regles, const AMigrer& une) {
    const auto& phrases = regles.portail.phrases;
    const auto& replique = une.replique;
    Vue::Liste raisons;
    for (const auto& raison : replique.raisons) raisons.push_back(Vue{{"phrase", raison}});
    const bool inchange = raisons.empty();
    return {{"id", replique.dossier},
            {"nom", replique.porteur.empty() ? replique.numero : replique.porteur},
            {"numero", replique.numero},
            {"guichet", replique.financeur},
            {"avant", repetition::montant_en_mots(replique.avant.total, phrases)},
            {"apres", repetition::montant_en_mots(replique.apres.total, phrases)},
            {"ecart", rendu::ecart_en_francais(replique.ecart())},
            {"inchange", inchange},
            {"raisons", std::move(raisons)},
            {"blocage", une.blocage.empty() ? std::string{} : phrases.rendre(une.blocage, {})}};
}

administration::ReglesEnPlace en_place(const Regles& regles) {
    return {regles.portail.appels, regles.portail.moyens};
}

http::Response montrer(const Regles& regles, const Visite& visite, std::string_view appel,
                       const Dit& dit) {
    const auto lignes = visite.base.read([&](storage::Reader& db) {
        return administration::a_migrer(db, reception::demandeur(visite), appel, en_place(regles));
    });
    if (!lignes) return refuser(regles, visite, lignes.error());
    Vue::Liste bloquees, faisables, appels;
    for (const auto& une : *lignes)
        (une.blocage.empty() ? faisables : bloquees).push_back(vue_de(regles, une));
    for (const auto& charge : regles.portail.appels.tous)
        appels.push_back(Vue{{"id", charge.id}, {"choisi", charge.id == appel}});
    const bool a_bloquees = !bloquees.empty(), a_faisables = !faisables.empty();
    auto reponse =
        pages::repondre(regles.services,
                        {.gabarit = "regles_migration",
                         .titre = pages::dire(regles.services, "regles.titre_migration"),
                         .fil = {{"/regles", pages::dire(regles.services, "regles.titre")}}},
                        Vue{{"csrf", visite.qui().csrf},
                            {"appel", std::string{appel}},
                            {"appels", std::move(appels)},
                            {"faute", dit.faute},
                            {"fait", dit.fait},
                            {"a_bloquees", a_bloquees},
                            {"bloquees", std::move(bloquees)},
                            {"a_faisables", a_faisables},
                            {"faisables", std::move(faisables)},
                            {"aucune", !a_bloquees && !a_faisables}});
    reponse.status = dit.statut;
    return reponse;
}

std::string appel_par_defaut(const Regles& regles) {
    const auto& tous = regles.portail.appels.tous;
    return tous.empty() ? std::string{} : tous.back().id;
}

http::Response lire(const Regles& regles, const Visite& visite) {
    const auto demande = visite.requete.query("appel");
    return montrer(regles, visite, demande ? std::string{*demande} : appel_par_defaut(regles), {});
}

http::Response migrer(const Regles& regles, const Visite& visite) {
    const auto saisie = garde::lire_envoi(visite);
    const std::string appel{saisie.valeur("appel")};
    std::vector<std::string> dossiers;
    for (const auto id : saisie.valeurs("dossier")) dossiers.emplace_back(id);
    const auto faites = visite.base.write([&](storage::Writer& db) {
        return administration::migrer(
            db, reception::demandeur(visite),
            {.appel = appel, .dossiers = dossiers, .motif = saisie.valeur("motif")},
            {en_place(regles), reception::moyens_de(regles.portail, visite)});
    });
    if (!faites)
        return montrer(regles, visite, appel,
                       {.faute = regles.portail.phrases.dire(faites.error()),
                        .statut = garde::statut_de(faites.error().reason)});
    return montrer(regles, visite, appel,
                   {.fait = pages::dire(regles.services, "regles.migres",
                                        {{"nombre", static_cast<std::int64_t>(faites->size())}})});
}

}  // namespace

http::Response refuser(const Regles& regles, const Visite& visite, const core::Refusal& refus) {
    return regles.routes.refuse(visite.requete, {garde::statut_de(refus.reason), refus.code});
}

void ajouter_migration(const Regles& regles) {
    garde::ajouter(
        regles.routes, regles.comptes,
        garde::lecture({.chemin = "/regles/migration",
                        .resume = "Les dossiers jugés par d'anciennes règles",
                        .permission = Permission::dossier_corriger,
                        .action = [&](Visite& visite) { return lire(regles, visite); }}));
    garde::ajouter(regles.routes, regles.comptes,
                   garde::envoi({.chemin = "/regles/migration",
                                 .resume = "Faire juger des dossiers par les règles en place",
                                 .permission = Permission::dossier_corriger,
                                 .action = [&](Visite& visite) { return migrer(regles, visite); }},
                                formulaire_max));
}

void ajouter_regles(const Regles& regles) {
    ajouter_repetition(regles);
    ajouter_migration(regles);
}

}  // namespace grappe::regles
