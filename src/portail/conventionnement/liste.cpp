// /conventions: the agreements of a reader, each with what it waits for; the code of a paper leads
// to its own.
#include "portail/convention/liste.hpp"

#include "core/texte.hpp"
#include "portail/convention/code.hpp"
#include "portail/conventionnement/convention_vue.hpp"
#include "portail/jalons/jalons_repository.hpp"
#include "portail/pages/cadre.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::conventionnement {
namespace {

using access::Permission;
using convention::Attente;
using garde::Visite;
using page::Vue;
using reception::demandeur;

std::string_view classe_de(Attente attente) { return attente == Attente::rien ? "ouvert" : "info"; }

Vue vue_de(const Conventions& conventions, const convention::Resume& un) {
    const auto& services = conventions.services();
    return {
        {"lien", "/dossiers/" + un.dossier + "/convention"},
        {"porteur", un.porteur},
        {"numero", un.numero},
        {"accorde", euros(un.accorde)},
        {"verse", euros(un.verse)},
        {"statut", pages::dire(services, "bureau.statut." + std::string{core::name_of(un.statut)})},
        {"classe", classe_de(un.attente())},
        {"attente", pages::dire(services, "conventionnement.attente." +
                                              std::string{core::name_of(un.attente())})}};
}

// Where the reader is a member: the milestones alone, which name no amount.
Vue::Liste vues_du_membre(const Visite& visite) {
    const auto siennes = visite.base.read([&](storage::Reader& db) {
        return jalons::conventions_du_membre(db, visite.qui().acteur.compte);
    });
    Vue::Liste lignes;
    for (const auto& une : siennes)
        lignes.push_back(Vue{{"lien", "/conventions/" + une.id + "/jalons"},
                             {"porteur", une.porteur},
                             {"numero", une.numero}});
    if (lignes.empty()) return {};
    return {Vue{{"lignes_du_membre", std::move(lignes)}}};
}

http::Response montrer_la_liste(const Conventions& conventions, Visite& visite,
                                const std::string& code, const std::string& faute) {
    const auto toutes = visite.base.read(
        [&](storage::Reader& db) { return convention::lister(db, demandeur(visite)); });
    Vue::Liste lignes;
    for (const auto& une : toutes) lignes.push_back(vue_de(conventions, une));
    const auto& services = conventions.services();
    const bool guichet = access::pourrait(visite.qui().acteur, Permission::dossier_instruire);
    std::vector<pages::Etape> fil;
    if (guichet) fil.push_back(pages::etape(services, "/bureau"));
    auto reponse = pages::repondre(
        services,
        {.gabarit = "conventions",
         .titre = pages::dire(services, "conventionnement.titre.liste"),
         .rubrique = guichet ? "/bureau" : "",
         .fil = std::move(fil)},
        Vue{{"code", code},
            {"faute", faute},
            {"ordres", access::pourrait(visite.qui().acteur, Permission::ordre_lire)},
            {"avec_montants", access::pourrait(visite.qui().acteur, Permission::convention_lire)},
            {"vide", lignes.empty()},
            {"du_membre", vues_du_membre(visite)},
            {"coupee",
             lignes.size() < convention::conventions_listees
                 ? std::string{}
                 : pages::dire(services, "conventionnement.coupee",
                               {{"nombre", std::int64_t{convention::conventions_listees}}})},
            {"lignes", std::move(lignes)}});
    if (!faute.empty()) reponse.status = 404;
    return reponse;
}

// Whatever the reason, a code that opens nothing is an unknown one.
http::Response suivre(const Conventions& conventions, Visite& visite, const std::string& code) {
    const auto sujet = visite.base.read([&](storage::Reader& db) {
        return convention::acceder_par_le_code(db, demandeur(visite), code,
                                               Permission::depenses_lire);
    });
    if (!sujet)
        return montrer_la_liste(conventions, visite, code,
                                pages::dire(conventions.services(), "convention.code_inconnu"));
    return http::Response::see_other("/dossiers/" + sujet->dossier.id + "/convention");
}

http::Response lister(const Conventions& conventions, Visite& visite) {
    const std::string code{core::trimmed(visite.requete.query("code").value_or(""))};
    if (code.empty()) return montrer_la_liste(conventions, visite, {}, {});
    return suivre(conventions, visite, code);
}

}  // namespace

void ajouter_la_liste(const Conventions& conventions) {
    espace::ajouter_lecture(
        conventions.espace,
        {.chemin = "/conventions",
         .resume = "Les conventions que l'on peut lire, et ce que chacune attend",
         .permission = Permission::depenses_lire,
         .action = [&](Visite& visite) { return lister(conventions, visite); }});
    espace::ajouter_lecture(conventions.espace,
                            {.chemin = "/conventions/{code}",
                             .resume = "La convention dont le papier porte ce code",
                             .permission = Permission::depenses_lire,
                             .action = [&](Visite& visite) {
                                 return suivre(conventions, visite,
                                               std::string{visite.requete.path("code")});
                             }});
}

}  // namespace grappe::conventionnement
