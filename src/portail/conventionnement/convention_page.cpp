// /dossiers/{id}/convention: where an agreement stands, what is asked of its reader.
#include "portail/conventionnement/convention_page.hpp"

#include "portail/conventionnement/convention_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/teleservice/journal.hpp"
#include "web/compte/reprise.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::conventionnement {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;
using reception::demandeur;

struct Lecture {
    std::optional<espace::DossierLu> du_porteur;  // empty: the reader is no porteur
    std::optional<ConventionLue> lue;             // empty: there is none yet
    teleservice::Fiche fiche;
    bool preparable = false;
};

// A dossier that waits for its agreement, for who may read it.
core::Result<Lecture> lire_sans_convention(storage::Reader& db, const Visite& visite) {
    const auto qui = demandeur(visite);
    const auto dossier = teleservice::demander(db, qui, id_de(visite), Permission::convention_lire);
    if (!dossier) return dossier.error();
    auto fiche = teleservice::trouver_fiche(db, dossier->id);
    if (!fiche) return core::refuse(core::Reason::not_found, "convention.inconnue");
    const bool preparable =
        dossier->statut == teleservice::Statut::notifie &&
        access::peut(qui.acteur, Permission::convention_preparer, dossier->portee());
    return Lecture{
        .du_porteur = {}, .lue = {}, .fiche = *std::move(fiche), .preparable = preparable};
}

core::Result<Lecture> lire_pour_tous(const Conventions& conventions, storage::Reader& db,
                                     const Visite& visite) {
    auto lue = lire(db, demandeur(visite), id_de(visite), moyens_de(conventions, visite));
    if (!lue && lue.error().code == "convention.inconnue") return lire_sans_convention(db, visite);
    if (!lue) return lue.error();
    auto fiche = lue->fiche;
    return Lecture{
        .du_porteur = {}, .lue = *std::move(lue), .fiche = std::move(fiche), .preparable = false};
}

core::Result<Lecture> lire_la_page(const Conventions& conventions, storage::Reader& db,
                                   const Visite& visite) {
    auto lue = lire_pour_tous(conventions, db, visite);
    if (!lue || !est_le_sien(visite)) return lue;
    auto dossier = espace::lire(conventions.espace, db, demandeur(visite), id_de(visite));
    if (!dossier) return dossier.error();
    auto page = *std::move(lue);
    page.du_porteur = *std::move(dossier);
    return page;
}

Vue vue_sans_convention(const Lecture& page, const Suite& suite) {
    return {{"absente", true},
            {"dossier", page.fiche.dossier},
            {"adresse", "/dossiers/" + page.fiche.dossier + "/convention"},
            {"numero", page.fiche.numero},
            {"nom", page.fiche.porteur},
            {"preparable", page.preparable},
            {"faute_de_preparation", suite.faute_de("preparation")}};
}

}  // namespace

bool est_le_sien(const Visite& visite) {
    return access::peut(visite.qui().acteur, Permission::dossier_creer);
}

http::Response encadrer(const Conventions& conventions, Visite& visite, const Cadre& cadre,
                        Vue contenu) {
    const auto& services = conventions.services();
    const auto titre = pages::dire(services, "espace.onglet.convention");
    contenu.ajouter("du_porteur", cadre.du_porteur != nullptr);
    if (cadre.du_porteur != nullptr)
        return espace::montrer(
            conventions.espace, *cadre.du_porteur,
            {.visite = visite, .gabarit = cadre.gabarit, .onglet = "convention", .titre = titre},
            std::move(contenu));
    const bool guichet = access::pourrait(visite.qui().acteur, Permission::dossier_instruire);
    contenu.ajouter("csrf", visite.qui().csrf);
    contenu.ajouter("guichet", guichet);
    auto fil = fil_des_conventions(services, guichet);
    if (cadre.sous_la_convention)
        fil.push_back({"/dossiers/" + cadre.fiche.dossier + "/convention", titre});
    return pages::repondre(services,
                           {.gabarit = cadre.gabarit,
                            .titre = titre + " – " + cadre.fiche.porteur,
                            .rubrique = guichet ? "/bureau" : "",
                            .fil = std::move(fil)},
                           std::move(contenu));
}

convention::Moyens moyens_de(const Conventions& conventions, const Visite& visite) {
    return reception::moyens_de(conventions.espace.portail, visite);
}

std::string_view id_de(const Visite& visite) { return visite.requete.path("id"); }

http::Response refuser(const Conventions& conventions, const Visite& visite,
                       const core::Refusal& refus) {
    teleservice::noter_le_refus(
        visite.base, demandeur(visite),
        {"convention.lire", "dossier:" + std::string{id_de(visite)}, refus.code});
    return espace::refuser(conventions.espace, visite, refus);
}

void ajouter_envoi(const Conventions& conventions, const Envoi& envoi) {
    espace::ajouter_envoi(conventions.espace,
                          {.chemin = envoi.chemin,
                           .resume = envoi.resume,
                           .permission = envoi.permission,
                           .action = [&conventions, action = envoi.action](
                                         Visite& visite) { return action(conventions, visite); },
                           .sans_session =
                               [&conventions](Visite& visite) {
                                   return compte::rattraper(conventions.espace.site, visite);
                               }},
                          envoi.au_plus);
}

std::string fait_de(const Conventions& conventions, const Visite& visite, std::string_view racine) {
    const auto code = std::string{racine}.append(visite.requete.query("fait").value_or("-"));
    const auto& phrases = conventions.services().phrases;
    return phrases.contient(code) ? phrases.rendre(code, {}) : std::string{};
}

std::vector<pages::Etape> fil_des_conventions(const pages::Services& services, bool guichet) {
    std::vector<pages::Etape> fil;
    if (guichet) fil.push_back(pages::etape(services, "/bureau"));
    fil.push_back({"/conventions", pages::dire(services, "conventionnement.titre.liste")});
    return fil;
}

http::Response montrer(const Conventions& conventions, Visite& visite, const Suite& suite) {
    const auto page = visite.base.read(
        [&](storage::Reader& db) { return lire_la_page(conventions, db, visite); });
    if (!page) return refuser(conventions, visite, page.error());
    auto contenu = page->lue ? vue_de_la_convention({{conventions}, *page->lue, suite})
                             : vue_sans_convention(*page, suite);
    if (page->lue) contenu.ajouter("absente", false);
    contenu.ajouter("fait", fait_de(conventions, visite, "conventionnement.fait."));
    contenu.ajouter("statut_du_dossier",
                    pages::dire(conventions.services(),
                                "bureau.statut." + std::string{core::name_of(page->fiche.statut)}));
    auto reponse = encadrer(conventions, visite,
                            {.gabarit = "convention",
                             .fiche = page->fiche,
                             .du_porteur = page->du_porteur ? &*page->du_porteur : nullptr},
                            std::move(contenu));
    reponse.status = suite.statut;
    return reponse;
}

void ajouter_la_page(const Conventions& conventions) {
    espace::ajouter_lecture(conventions.espace, {.chemin = "/dossiers/{id}/convention",
                                                 .resume = "La convention d'un dossier",
                                                 .permission = Permission::depenses_lire,
                                                 .action = [&](Visite& visite) {
                                                     return montrer(conventions, visite, {});
                                                 }});
}

void ajouter_conventions(const Conventions& conventions) {
    ajouter_la_page(conventions);
    ajouter_les_actes(conventions);
    ajouter_les_recouvrements(conventions);
    ajouter_les_avenants(conventions);
    ajouter_les_papiers(conventions);
    ajouter_la_liste(conventions);
    ajouter_les_ordres(conventions);
    ajouter_les_jalons(conventions);
}

}  // namespace grappe::conventionnement
