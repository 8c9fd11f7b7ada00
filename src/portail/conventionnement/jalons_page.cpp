// /conventions/{id}/jalons: what is done, what comes next, what is late; what one may say of it.
#include "core/integer.hpp"
#include "portail/conventionnement/jalons_vue.hpp"
#include "portail/jalons/declaration.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/refus_dit.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::conventionnement {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;
using reception::demandeur;

struct Lecture {
    jalons::Lu lu;
    std::map<std::string, std::string> noms;
};

core::Result<Lecture> lire(const Conventions& conventions, const Visite& visite) {
    return visite.base.read([&](storage::Reader& db) -> core::Result<Lecture> {
        auto lu =
            jalons::lire(db, demandeur(visite), id_de(visite), moyens_de(conventions, visite));
        if (!lu) return lu.error();
        Lecture lecture{*std::move(lu), {}};
        for (const auto& fait : lecture.lu.faits) nommer(db, lecture.noms, fait.par);
        return lecture;
    });
}

http::Response refuser_la_page(const Conventions& conventions, const Visite& visite,
                               const core::Refusal& refus) {
    teleservice::noter_le_refus(
        visite.base, demandeur(visite),
        {"convention.lire", "convention:" + std::string{id_de(visite)}, refus.code});
    return espace::refuser(conventions.espace, visite, refus);
}

// The way that each reader came; a member has no page of the agreement.
std::vector<pages::Etape> fil_de(const Conventions& conventions, const Visite& visite,
                                 const jalons::Lu& lu) {
    const auto& services = conventions.services();
    const auto& acteur = visite.qui().acteur;
    if (lu.siens) return {pages::etape(services, "/parts")};
    if (access::pourrait(acteur, Permission::dossier_instruire))
        return fil_des_conventions(services, true);
    return {pages::etape(services, "/dossiers"),
            {"/conventions", pages::dire(services, "conventionnement.titre.liste")}};
}

http::Response montrer_les_jalons(const Conventions& conventions, Visite& visite,
                                  const SuiteDeJalon& suite) {
    const auto lecture = lire(conventions, visite);
    if (!lecture) return refuser_la_page(conventions, visite, lecture.error());
    const auto& [lu, noms] = *lecture;
    const auto& services = conventions.services();
    auto vue = vue_des_jalons({{conventions}, lu, noms, suite});
    vue.ajouter("csrf", visite.qui().csrf);
    vue.ajouter("fait", visite.requete.query("fait") ? pages::dire(services, "page.jalons.fait")
                                                     : std::string{});
    const bool guichet = access::pourrait(visite.qui().acteur, Permission::dossier_instruire);
    auto reponse =
        pages::repondre(services,
                        {.gabarit = "jalons",
                         .titre = pages::dire(services, "page.jalons.titre") + " – " + lu.porteur,
                         .rubrique = guichet ? "/bureau" : "",
                         .fil = fil_de(conventions, visite, lu)},
                        std::move(vue));
    reponse.status = suite.statut;
    return reponse;
}

std::vector<std::string> coches(const page::Formulaire& saisie) {
    std::vector<std::string> tous;
    for (const auto valeur : saisie.valeurs("essms")) tous.emplace_back(valeur);
    return tous;
}

http::Response dire_un_jalon(const Conventions& conventions, Visite& visite) {
    auto saisie = garde::lire_envoi(visite);
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return jalons::dire(db, demandeur(visite),
                            {.convention = id_de(visite),
                             .jalon = saisie.valeur("jalon"),
                             .acte = saisie.valeur("acte"),
                             .essms = coches(saisie),
                             .jour = saisie.valeur("jour"),
                             .motif = saisie.valeur("motif"),
                             .vu = core::integer<int>(saisie.valeur("version"))},
                            moyens_de(conventions, visite));
    });
    const std::string jalon{saisie.valeur("jalon")};
    if (fait)
        return http::Response::see_other("/conventions/" + std::string{id_de(visite)} +
                                         "/jalons?fait=oui#jalon-" + jalon);
    const auto& refus = fait.error();
    teleservice::noter_le_refus(
        visite.base, demandeur(visite),
        {"jalon.dire", "convention:" + std::string{id_de(visite)}, refus.code});
    if (refus.code == "convention.inconnue" || refus.code == "convention.interdite")
        return espace::refuser(conventions.espace, visite, refus);
    return montrer_les_jalons(conventions, visite,
                              {.jalon = jalon,
                               .faute = teleservice::dire(refus, conventions.services().phrases),
                               .saisie = std::move(saisie),
                               .statut = garde::statut_de(refus.reason)});
}

}  // namespace

void ajouter_les_jalons(const Conventions& conventions) {
    espace::ajouter_lecture(
        conventions.espace,
        {.chemin = "/conventions/{id}/jalons",
         .resume = "Les jalons d'une convention",
         .permission = Permission::convention_lire,
         .action = [&](Visite& visite) { return montrer_les_jalons(conventions, visite, {}); }});
    ajouter_envoi(conventions, {.chemin = "/conventions/{id}/jalons",
                                .resume = "Prévoir, déclarer ou retirer un jalon",
                                .permission = Permission::usage_declarer,
                                .action = dire_un_jalon});
    ajouter_envoi(conventions, {.chemin = "/conventions/{id}/jalons/suites",
                                .resume = "Confirmer, demander ou prolonger un jalon",
                                .permission = Permission::convention_preparer,
                                .action = dire_un_jalon});
}

}  // namespace grappe::conventionnement
