// /bureau/comites/{id}/propositions: what the committee states, what is computed from it, and the
// proposals of before; one of them under its number, which may be kept as a scenario.
#include "core/integer.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/seance/proposition_vues.hpp"

namespace grappe::seance {
namespace {

using access::Permission;
using comite::PropositionGardee;
using garde::Visite;
using page::Vue;
using reception::demandeur;

std::string adresse_de(const Visite& visite) {
    return "/bureau/comites/" + std::string{visite.requete.path("id")};
}

using Lues = comite::PropositionsLues;

core::Result<Lues> lire_les_propositions(const Seances& seances, Visite& visite,
                                         const comite::PropositionsALire& a_lire) {
    return visite.base.read([&](storage::Reader& db) {
        return comite::lire_propositions(db, demandeur(visite), a_lire, moyens_de(seances, visite));
    });
}

// With what the page of the statement lists; one of them too, that it is taken up from.
core::Result<Lues> lire_tout(const Seances& seances, Visite& visite,
                             std::optional<int> depuis = {}) {
    return lire_les_propositions(
        seances, visite, {.comite = visite.requete.path("id"), .numero = depuis, .toutes = true});
}

http::Response page_des_propositions(const Seances& seances, Visite& visite, const Lues& lues,
                                     const Saisie& saisie) {
    const Fil fil{
        seances, visite, {{adresse_de(visite), titre_du_comite(seances, lues.vue.comite)}}};
    auto contenu = vue_de_la_saisie(seances, lues.vue, saisie);
    contenu.ajouter("csrf", visite.qui().csrf);
    contenu.ajouter("id", lues.vue.comite.id);
    contenu.ajouter("prepare", prepare(visite) && !lues.vue.comite.notifie_le);
    contenu.ajouter("vide", lues.toutes.empty());
    contenu.ajouter("propositions", vues_des_propositions(seances, lues.vue.comite, lues.toutes));
    return pages::repondre(seances.services,
                           {.gabarit = "seance_propositions",
                            .titre = pages::dire(seances.services, "seance.titre.propositions"),
                            .rubrique = "/bureau",
                            .fil = fil.etapes()},
                           std::move(contenu));
}

std::optional<int> numero_de(std::optional<std::string_view> texte) {
    return core::integer<int>(texte.value_or(""));
}

int numero_de(const Visite& visite) { return numero_de(visite.requete.path("numero")).value_or(0); }

// An empty form, or that of an earlier proposal, as it was or as one of its rules gives way.
http::Response ouvrir(const Seances& seances, Visite& visite) {
    const auto lues = lire_tout(seances, visite, numero_de(visite.requete.query("depuis")));
    if (!lues) return refuser(seances, visite, lues.error());
    if (!lues->une) return page_des_propositions(seances, visite, *lues, {});
    auto enonce = comite::enonce_de(*lues->une);
    const auto cede = visite.requete.query("ceder").value_or("");
    if (cede == "ensemble") enonce = comite::ceder_ensemble(*lues->une);
    if (const auto rang = core::integer<std::size_t>(cede))
        enonce = comite::ceder(*lues->une, *rang).value_or(enonce);
    return page_des_propositions(seances, visite, *lues, {.champs = champs_de(enonce)});
}

http::Response suivre(const Visite& visite, int numero) {
    return http::Response::see_other(adresse_de(visite) + "/propositions/" +
                                     std::to_string(numero));
}

// Computed outside of any transaction, then kept. The candidates are those of `vue`.
core::Result<PropositionGardee> calculer(const Seances& seances, Visite& visite,
                                         const comite::Vue& vue, const comite::Enonce& enonce) {
    const comite::Vise vise{visite.requete.path("id")};
    const auto preparee = visite.base.read([&](storage::Reader& db) {
        return comite::preparer(db, demandeur(visite), {vise, enonce},
                                {vue, seances.services.phrases});
    });
    if (!preparee) return preparee.error();
    const auto etude = seances.calculs.etudier(*preparee);
    if (!etude) return etude.error();
    const auto dite =
        comite::decrire(demandeur(visite), *preparee, *etude, seances.services.phrases);
    return visite.base.write(
        [&](storage::Writer& db) { return comite::garder(db, demandeur(visite), vise, dite); });
}

http::Response proposer(const Seances& seances, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    Saisie saisie{.champs = champs_de(envoi)};
    const auto lues = lire_tout(seances, visite);
    if (!lues) return refuser(seances, visite, lues.error());
    const auto montrer = [&](int statut) {
        auto reponse = page_des_propositions(seances, visite, *lues, saisie);
        reponse.status = statut;
        return reponse;
    };
    if (envoi.contient("plus")) {
        saisie.champs["lignes"] = std::to_string(lignes_de_parts(saisie.champs) + lignes_de_plus);
        return montrer(200);
    }
    auto [enonce, fautes] = lire(saisie.champs, lues->vue, seances.services.phrases);
    saisie.fautes = std::move(fautes);
    if (!saisie.fautes.empty()) return montrer(422);
    const auto gardee = calculer(seances, visite, lues->vue, enonce);
    if (gardee) return suivre(visite, gardee->numero);
    const auto& refus = gardee.error();
    if (refus.reason == core::Reason::not_found || refus.reason == core::Reason::forbidden)
        return refuser(seances, visite, refus);
    saisie.refus = dire(seances, refus);
    return montrer(garde::statut_de(refus.reason));
}

struct Nommee {
    std::string nom{}, faute{};
    bool suivie = false;
};

http::Response montrer_une(const Seances& seances, Visite& visite, const Nommee& nommee,
                           int statut) {
    const auto lues = lire_les_propositions(
        seances, visite, {.comite = visite.requete.path("id"), .numero = numero_de(visite)});
    if (!lues) return refuser(seances, visite, lues.error());
    const auto nom = pages::dire(seances.services, "seance.proposition.nom",
                                 {{"numero", std::int64_t{lues->une->numero}}});
    const auto comite = adresse_de(visite);
    const Fil fil{
        seances,
        visite,
        {{comite, titre_du_comite(seances, lues->vue.comite)},
         {comite + "/propositions", pages::dire(seances.services, "seance.titre.propositions")}}};
    auto contenu = vue_de_la_proposition(seances, lues->vue, *lues->une);
    contenu.ajouter("csrf", visite.qui().csrf);
    contenu.ajouter("id", lues->vue.comite.id);
    contenu.ajouter("prepare", prepare(visite) && !lues->vue.comite.notifie_le);
    contenu.ajouter("faute", nommee.faute);
    contenu.ajouter("nom_du_scenario", nommee.nom.empty() ? nom : nommee.nom);
    contenu.ajouter("suivie", nommee.suivie);
    auto reponse = pages::repondre(
        seances.services,
        {.gabarit = "seance_proposition", .titre = nom, .rubrique = "/bureau", .fil = fil.etapes()},
        std::move(contenu));
    reponse.status = statut;
    return reponse;
}

http::Response garder(const Seances& seances, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const Nommee nommee{.nom = std::string{envoi.valeur("nom")},
                        .suivie = envoi.valeur("choisi") == "oui"};
    const auto ecrit = visite.base.write([&](storage::Writer& db) {
        return comite::garder_en_scenario(db, demandeur(visite),
                                          {.vise = {visite.requete.path("id")},
                                           .numero = numero_de(visite),
                                           .nom = nommee.nom,
                                           .choisi = nommee.suivie},
                                          seances.portail.moyens);
    });
    if (ecrit) return http::Response::see_other(adresse_de(visite) + "#scenarios");
    // Whoever may not read that proposal is refused there.
    return montrer_une(
        seances, visite,
        {.nom = nommee.nom, .faute = dire(seances, ecrit.error()), .suivie = nommee.suivie},
        garde::statut_de(ecrit.error().reason));
}

}  // namespace

void ajouter_propositions(const Seances& seances) {
    ajouter_lecture(seances,
                    {.chemin = "/bureau/comites/{id}/propositions",
                     .resume = "Ce qu'énonce un comité pour une proposition, et celles d'avant",
                     .permission = Permission::avis_rendre,
                     .action = [&](Visite& visite) { return ouvrir(seances, visite); }});
    ajouter_envoi(seances, {.chemin = "/bureau/comites/{id}/propositions",
                            .resume = "Calculer une proposition",
                            .permission = Permission::comite_preparer,
                            .action = [&](Visite& visite) { return proposer(seances, visite); }});
    ajouter_lecture(
        seances, {.chemin = "/bureau/comites/{id}/propositions/{numero}",
                  .resume = "Une proposition : sa preuve, ce que coûte chaque règle",
                  .permission = Permission::avis_rendre,
                  .action = [&](Visite& visite) { return montrer_une(seances, visite, {}, 200); }});
    ajouter_envoi(seances, {.chemin = "/bureau/comites/{id}/propositions/{numero}",
                            .resume = "Garder une proposition comme scénario",
                            .permission = Permission::comite_preparer,
                            .action = [&](Visite& visite) { return garder(seances, visite); }});
}

}  // namespace grappe::seance
