// /conventions: the agreements of a reader, each with what it waits for; the code of a paper leads
// to its own.
#include "portail/convention/liste.hpp"

#include <algorithm>
#include <tuple>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "portail/convention/code.hpp"
#include "portail/conventionnement/convention_vue.hpp"
#include "portail/jalons/prochains.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::conventionnement {
namespace {

using access::Permission;
using convention::Attente;
using garde::Visite;
using page::Vue;
using reception::demandeur;

constexpr std::int64_t page_la_plus_loin = 1'000'000;

std::string_view classe_de(Attente attente) { return attente == Attente::rien ? "ouvert" : "info"; }

// What a list shows, its terms beside it.
struct Listees {
    convention::Liste liste;
    jalons::Prochains prochains;

    const jalons::Jalon* prochain(const convention::Resume& un) const {
        const auto ou = prochains.find(un.id);
        return ou == prochains.end() ? nullptr : &ou->second;
    }
    // The first term first, so that a late one stands at the head; none at the end.
    void trier_par_echeance() {
        const auto cle = [&](const convention::Resume& un) {
            const auto* jalon = prochain(un);
            return std::tuple{jalon == nullptr,
                              jalon == nullptr ? std::string{} : jalon->terme->text(), un.numero,
                              un.id};
        };
        std::ranges::sort(liste.conventions, {}, cle);
    }
    // Of everything that was sorted, the page that is shown.
    void garder(const convention::Fenetre& fenetre) {
        auto& toutes = liste.conventions;
        const auto debut = std::min(fenetre.debut, std::ssize(toutes));
        toutes.erase(toutes.begin(), toutes.begin() + debut);
        if (std::ssize(toutes) > fenetre.limite)
            toutes.resize(static_cast<std::size_t>(fenetre.limite));
    }
};

void ajouter_l_echeance(Vue& vue, const pages::Services& services, const jalons::Jalon* prochain) {
    vue.ajouter("sans_echeance", prochain == nullptr);
    if (prochain == nullptr) return;
    vue.ajouter("terme", pages::jour(*prochain->terme));
    vue.ajouter("jalon",
                pages::dire(services, "jalons.nom." + std::string{core::name_of(prochain->genre)}));
    vue.ajouter("en_retard", prochain->etat == jalons::Etat::en_retard);
}

Vue vue_de(const Conventions& conventions, const convention::Resume& un,
           const jalons::Jalon* prochain) {
    const auto& services = conventions.services();
    Vue vue{
        {"lien", "/dossiers/" + un.dossier + "/convention"},
        {"porteur", un.porteur},
        {"numero", un.numero},
        {"accorde", euros(un.accorde)},
        {"verse", euros(un.verse)},
        {"statut", pages::dire(services, "bureau.statut." + std::string{core::name_of(un.statut)})},
        {"classe", classe_de(un.attente())},
        {"attente", pages::dire(services, "conventionnement.attente." +
                                              std::string{core::name_of(un.attente())})}};
    ajouter_l_echeance(vue, services, prochain);
    return vue;
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

// What is asked of the list: its order, its page.
struct Ordre {
    bool par_echeance;
    std::int64_t page;  // from 1

    static Ordre de(const http::Request& requete) {
        const auto page = core::integer<std::int64_t>(requete.query("page").value_or("1"));
        return {requete.query("tri") == "echeance",
                page ? std::clamp<std::int64_t>(*page, 1, page_la_plus_loin) : 1};
    }
    convention::Fenetre fenetre() const {
        return {(page - 1) * convention::conventions_par_page, convention::conventions_par_page};
    }
    std::string adresse(std::int64_t voulue) const {
        return "/conventions?" + std::string{par_echeance ? "tri=echeance&" : ""} +
               "page=" + std::to_string(voulue);
    }
};

std::int64_t pages_de(std::int64_t total) {
    const auto par_page = convention::conventions_par_page;
    return std::max<std::int64_t>(1, (total + par_page - 1) / par_page);
}

// An order by term needs the term of every one: which page an agreement is on follows from it.
Listees lire_la_liste(const Conventions& conventions, const Visite& visite, const Ordre& ordre) {
    const auto qui = demandeur(visite);
    const auto fenetre = ordre.par_echeance ? convention::toutes_les_conventions : ordre.fenetre();
    auto listees = visite.base.read([&](storage::Reader& db) {
        return Listees{
            convention::lister(db, qui, fenetre),
            jalons::prochains_imperatifs(db, qui, moyens_de(conventions, visite), fenetre)};
    });
    if (!ordre.par_echeance) return listees;
    listees.trier_par_echeance();
    listees.garder(ordre.fenetre());
    return listees;
}

void ajouter_les_pages(Vue& vue, const Ordre& ordre, std::int64_t total) {
    const auto pages = pages_de(total);
    vue.ajouter("plusieurs_pages", pages > 1);
    vue.ajouter("page", ordre.page);
    vue.ajouter("pages", pages);
    vue.ajouter("avant", ordre.page > 1 ? ordre.adresse(ordre.page - 1) : std::string{});
    vue.ajouter("apres", ordre.page < pages ? ordre.adresse(ordre.page + 1) : std::string{});
}

http::Response montrer_la_liste(const Conventions& conventions, Visite& visite,
                                const std::string& code, const std::string& faute) {
    auto ordre = Ordre::de(visite.requete);
    auto listees = lire_la_liste(conventions, visite, ordre);
    if (ordre.page > pages_de(listees.liste.total)) {  // there is no such page any more
        ordre.page = pages_de(listees.liste.total);
        listees = lire_la_liste(conventions, visite, ordre);
    }
    Vue::Liste lignes;
    for (const auto& une : listees.liste.conventions)
        lignes.push_back(vue_de(conventions, une, listees.prochain(une)));
    const auto& services = conventions.services();
    const bool guichet = access::pourrait(visite.qui().acteur, Permission::dossier_instruire);
    std::vector<pages::Etape> fil;
    if (guichet) fil.push_back(pages::etape(services, "/bureau"));
    Vue vue{{"code", code},
            {"faute", faute},
            {"deposant", access::pourrait(visite.qui().acteur, Permission::convention_preparer)},
            {"ordres", access::pourrait(visite.qui().acteur, Permission::ordre_lire)},
            {"avec_montants", access::pourrait(visite.qui().acteur, Permission::convention_lire)},
            {"par_echeance", ordre.par_echeance},
            {"vide", listees.liste.total == 0},
            {"du_membre", vues_du_membre(visite)},
            {"lignes", std::move(lignes)}};
    ajouter_les_pages(vue, ordre, listees.liste.total);
    auto reponse = pages::repondre(services,
                                   {.gabarit = "conventions",
                                    .titre = pages::dire(services, "conventionnement.titre.liste"),
                                    .rubrique = guichet ? "/bureau" : "",
                                    .fil = std::move(fil)},
                                   vue);
    if (!faute.empty()) reponse.status = 404;
    return reponse;
}

// Whatever the reason, a code that opens nothing is an unknown one.
http::Response suivre(const Conventions& conventions, Visite& visite, const std::string& code) {
    const auto designe = visite.base.read([&](storage::Reader& db) {
        return convention::acceder_par_le_code(db, demandeur(visite), code,
                                               Permission::depenses_lire);
    });
    if (!designe)
        return montrer_la_liste(conventions, visite, code,
                                pages::dire(conventions.services(), "convention.code_inconnu"));
    return http::Response::see_other("/dossiers/" + designe->sujet.dossier.id + "/convention");
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
