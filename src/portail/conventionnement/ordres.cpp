// /ordres: the valid payments that wait, the order that takes them, those that left.
#include "portail/conventionnement/ordres.hpp"

#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::conventionnement {
namespace {

using garde::Visite;
using page::Vue;
using reception::demandeur;

std::string dire_l_obstacle(const pages::Services& services, const ordre::Candidat& un) {
    const auto tenu = ordre::obstacle(un);
    const auto nom = tenu ? core::name_of(*tenu) : std::string_view{"pret"};
    return pages::dire(services, "conventionnement.ordre.attente." + std::string{nom});
}

Vue vue_du_candidat(const pages::Services& services, const ordre::Candidat& un) {
    const bool pret = !ordre::obstacle(un);
    return {{"versement", un.versement},
            {"lien", "/dossiers/" + un.dossier + "/convention#versements"},
            {"porteur", un.porteur},
            {"numero", un.numero},
            {"objet", nom_de_l_objet(services, un.objet)},
            {"montant", euros(un.montant)},
            {"fin", un.fin},
            {"pret", pret},
            {"classe", pret ? "ouvert" : "alerte"},
            {"etat", dire_l_obstacle(services, un)}};
}

std::pair<std::string_view, std::string> etat_de(const pages::Services& services,
                                                 const ordre::Resume& un) {
    const auto dire = [&](const char* code, std::int64_t nombre) {
        return pages::dire(services, code, {{"nombre", nombre}});
    };
    if (un.attendent() > 0)
        return {"info", dire("conventionnement.ordre.en_attente", un.attendent())};
    if (un.rejetees > 0) return {"alerte", dire("conventionnement.ordre.rejets", un.rejetees)};
    return {"ouvert", pages::dire(services, "conventionnement.ordre.execute")};
}

Vue vue_de_l_ordre(const pages::Services& services, const ordre::Resume& un) {
    auto [classe, etat] = etat_de(services, un);
    return {{"lien", "/ordres/" + un.id}, {"reference", ordre::reference(un.guichet, un.numero)},
            {"emis", le(un.emis_le)},     {"lignes", un.lignes},
            {"total", euros(un.total)},   {"classe", classe},
            {"etat", std::move(etat)}};
}

struct Lus {
    std::vector<ordre::Candidat> attendent;
    std::vector<ordre::Resume> emis;
};

// What an order of all that is ready would come to.
core::Money pret(const Lus& lus) {
    core::Money total;
    for (const auto& un : lus.attendent)
        if (!ordre::obstacle(un)) total += un.montant;
    return total;
}

Vue vue_de(const pages::Services& services, const Lus& lus) {
    Vue::Liste attendent, emis;
    for (const auto& un : lus.attendent) attendent.push_back(vue_du_candidat(services, un));
    for (const auto& un : lus.emis) emis.push_back(vue_de_l_ordre(services, un));
    return {{"rien_n_attend", attendent.empty()},
            {"attendent", std::move(attendent)},
            {"pret", euros(pret(lus))},
            {"aucun_ordre", emis.empty()},
            {"emis", std::move(emis)}};
}

http::Response montrer_les_ordres(const Conventions& conventions, const Visite& visite,
                                  const Refuse& refuse) {
    const auto& services = conventions.services();
    const auto qui = demandeur(visite);
    const auto lus = visite.base.read([&](storage::Reader& db) {
        return Lus{ordre::qui_attendent(db, qui), ordre::lister_pour(db, qui)};
    });
    const bool emet = ordre::peut_emettre(qui, qui.acteur.guichet());
    auto contenu = vue_de(services, lus);
    contenu.ajouter("emettre", emet && pret(lus) > core::Money{});
    contenu.ajouter("emet", emet);
    contenu.ajouter("csrf", visite.qui().csrf);
    contenu.ajouter("faute", refuse.faute);
    auto reponse = pages::repondre(services,
                                   {.gabarit = "ordres",
                                    .titre = pages::dire(services, "conventionnement.titre.ordres"),
                                    .rubrique = emet ? "/bureau" : "",
                                    .fil = fil_des_conventions(services, emet)},
                                   std::move(contenu));
    reponse.status = refuse.statut;
    return reponse;
}

core::Result<ordre::Ordre> emettre_les(const Visite& visite, const page::Formulaire& saisie) {
    const auto qui = demandeur(visite);
    const auto juste = ordre::confirmer(visite.moyens, qui,
                                        secret::Secret{std::string{saisie.valeur("mot_de_passe")}});
    if (!juste) return juste.error();
    std::vector<std::string> voulus;
    for (const auto un : saisie.valeurs("versement")) voulus.emplace_back(un);
    // On a page, no box is nothing: it would order what nobody ticked.
    if (voulus.empty()) return core::refuse(core::Reason::conflict, "ordre.vide");
    return visite.base.write(
        [&](storage::Writer& db) { return ordre::emettre(db, qui, voulus, visite.moyens.coffre); });
}

http::Response emettre(const Conventions& conventions, Visite& visite) {
    const auto emis = emettre_les(visite, garde::lire_envoi(visite));
    if (emis) return http::Response::see_other("/ordres/" + emis->id + "?fait=emis#fait");
    const auto& refus = emis.error();
    const auto qui = demandeur(visite);
    teleservice::noter_le_refus(
        visite.base, qui,
        {"ordre.emettre", "guichet:" + std::string{qui.acteur.guichet()}, refus.code});
    return montrer_les_ordres(conventions, visite,
                              {.faute = teleservice::dire(refus, conventions.services().phrases),
                               .statut = garde::statut_de(refus.reason)});
}

}  // namespace

std::string nom_de_l_objet(const pages::Services& services, ordre::Objet objet) {
    return pages::dire(services, "conventionnement.objet." + std::string{core::name_of(objet)});
}

void ajouter_les_ordres(const Conventions& conventions) {
    espace::ajouter_lecture(
        conventions.espace,
        {.chemin = "/ordres",
         .resume = "Les versements à ordonner et les ordres de paiement émis",
         .permission = Permission::ordre_lire,
         .action = [&](Visite& visite) { return montrer_les_ordres(conventions, visite, {}); }});
    ajouter_envoi(conventions, {.chemin = "/ordres",
                                .resume = "Émettre un ordre de paiement",
                                .permission = Permission::ordre_emettre,
                                .action = emettre});
    ajouter_un_ordre(conventions);
}

}  // namespace grappe::conventionnement
