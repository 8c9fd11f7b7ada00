// The routes of /fhir: one set for each line of the table.
#include <algorithm>
#include <deque>
#include <set>

#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/fhir_api/negociation.hpp"
#include "dui/fhir_api/service.hpp"

namespace grappe::fhir_api {
namespace {

using fhir::Constat, fhir::Gravite;
using garde::Visite;

constexpr std::size_t versions_par_page = 50;

std::string base(const Visite& visite) { return visite.comptes.adresse_publique() + "/fhir"; }

template <class Question>
auto lire(const Fhir& fhir, Visite& visite, Question question) {
    return visite.base.read([&](storage::Reader& db) {
        fhir.annuaire.mettre_a_jour(db);
        const Acces acces{fhir, db, acces::professionnel(db, visite.qui().acteur),
                          core::paris().day_of(fhir.maintenant()),
                          cercle::fermees_a(db, visite.qui().acteur, fhir.maintenant())};
        return question(acces);
    });
}

void consigner(const Fhir& fhir, Visite& visite, const std::set<std::string>& personnes) {
    acces::consigner_des_dossiers(visite.base, {visite.qui().acteur.compte, fhir.maintenant()},
                                  personnes);
}

std::vector<Lue> lire_les_versions(const Fhir& fhir, const Service& service, Visite& visite) {
    auto toutes = lire(fhir, visite, [&](const Acces& acces) {
        return service.versions(acces, std::string{visite.requete.path("id")});
    });
    if (!toutes.empty()) consigner(fhir, visite, toutes.back().personnes);
    return toutes;
}

std::string etiquette(const std::string& version) { return "W/\"" + version + "\""; }

http::Response rendre(const fhir::Ressource& une) {
    auto reponse = en_fhir(200, une.json);
    reponse.fields.push_back({"ETag", etiquette(une.version)});
    reponse.fields.push_back(
        {"Last-Modified", core::Instant::parse(une.modifiee_le).value().mail_text() + " GMT"});
    return reponse;
}

http::Response lire_une(const Fhir& fhir, const Service& service, Visite& visite) {
    const auto toutes = lire_les_versions(fhir, service, visite);
    if (toutes.empty()) return refuser(visite, {{404, "fhir.inconnue"}});
    const auto& derniere = toutes.back().ressource;
    if (service.change == Changement::par_version &&
        a_deja(visite.requete.field("if-none-match"), derniere.version)) {
        http::Response reponse{.status = 304};
        reponse.fields.push_back({"ETag", etiquette(derniere.version)});
        return reponse;
    }
    return rendre(derniere);
}

http::Response lire_une_version(const Fhir& fhir, const Service& service, Visite& visite) {
    const auto toutes = lire_les_versions(fhir, service, visite);
    const auto voulue = std::ranges::find(toutes, visite.requete.path("version"),
                                          [](const Lue& une) { return une.ressource.version; });
    if (voulue == toutes.end()) return refuser(visite, {{404, "fhir.inconnue"}});
    return rendre(voulue->ressource);
}

// Page by page, last version first: the next page begins before the last one given.
http::Response histoire(const Fhir& fhir, const Service& service, Visite& visite) {
    const auto toutes = lire_les_versions(fhir, service, visite);
    if (toutes.empty()) return refuser(visite, {{404, "fhir.inconnue"}});
    const auto apres = visite.requete.query("_apres").value_or("");
    auto reste = static_cast<std::ptrdiff_t>(toutes.size());
    if (!apres.empty())
        reste =
            std::ranges::find(toutes, apres, [](const Lue& une) { return une.ressource.version; }) -
            toutes.begin();
    std::vector<const fhir::Ressource*> page;
    while (reste > 0 && page.size() < versions_par_page)
        page.push_back(&toutes[static_cast<std::size_t>(--reste)].ressource);
    const auto ici = base(visite) + "/" + std::string{service.description.type} + "/" +
                     toutes.back().ressource.id + "/_history";
    const fhir::Bundle bundle{
        .base = base(visite),
        .soi = ici,
        .suite = reste > 0 ? ici + "?_apres=" + page.back()->version : std::string{}};
    return en_fhir(200, fhir::histoire_rendue(bundle, page, reste == 0 && !page.empty()));
}

std::vector<Constat> constats(const Visite& visite, const std::vector<fhir::Faute>& fautes) {
    std::vector<Constat> tous;
    for (const auto& une : fautes)
        tous.push_back({400, une.code, visite.comptes.phrases.rendre(une.code, {}), une.parametre});
    return tous;
}

http::Response rendre(const Service& service, const Visite& visite,
                      const fhir::Recherche& recherche, const Page& page) {
    std::vector<fhir::Entree> entrees;
    for (const auto& une : page.trouvees) entrees.push_back({&une.ressource, fhir::Mode::trouvee});
    for (const auto& une : page.incluses) entrees.push_back({&une.ressource, fhir::Mode::incluse});
    const auto ici = base(visite) + "/" + std::string{service.description.type};
    fhir::Bundle bundle{.base = base(visite),
                        .soi = ici + (recherche.comprise.empty() ? "" : "?" + recherche.comprise)};
    if (!page.apres.empty()) bundle.suite = ici + "?" + suite_de(recherche, page.apres);
    if (!recherche.ignorees.empty())
        bundle.avertissement =
            operation_outcome(constats(visite, recherche.ignorees), Gravite::avertissement);
    return en_fhir(200, fhir::recherche_rendue(bundle, entrees));
}

http::Response chercher(const Fhir& fhir, const Service& service, Visite& visite) {
    std::vector<std::pair<std::string, std::string>> question;
    for (const auto& un : visite.requete.target.query) question.emplace_back(un.name, un.value);
    const auto recherche =
        fhir::lire_recherche(service.description, question, traitement(visite.requete));
    if (!recherche.fautes.empty()) return refuser(visite, constats(visite, recherche.fautes));
    const auto page =
        lire(fhir, visite, [&](const Acces& acces) { return service.chercher(acces, recherche); });
    std::set<std::string> personnes;
    for (const auto* toutes : {&page.trouvees, &page.incluses})
        for (const auto& une : *toutes)
            personnes.insert(une.personnes.begin(), une.personnes.end());
    consigner(fhir, visite, personnes);
    return rendre(service, visite, recherche, page);
}

using Action = http::Response (*)(const Fhir&, const Service&, Visite&);

// Texts of routes outlive them: those of a table are kept once.
std::string_view garder(std::string texte) {
    static std::deque<std::string> gardes;
    return gardes.emplace_back(std::move(texte));
}

void ajouter_un_type(const Fhir& fhir, const Service& service) {
    const std::string ici = "/fhir/" + std::string{service.description.type};
    const auto lire_a = [&](const char* suite, const char* resume, Action action) {
        garde::ajouter(fhir.routes, fhir.comptes,
                       {.methode = http::Method::get,
                        .chemin = garder(ici + suite),
                        .resume = garder(std::string{service.description.type} + resume),
                        .permission = access::Permission::dossier_usager_lire,
                        .action =
                            [&fhir, &service, action](Visite& visite) {
                                if (!accepte(visite.requete))
                                    return refuser(visite, {{406, "fhir.format"}});
                                return action(fhir, service, visite);
                            },
                        .repond = fhir::type_de_contenu});
    };
    lire_a("", " : recherche, par pages", chercher);
    lire_a("/{id}", " : la dernière version", lire_une);
    lire_a("/{id}/_history", " : toutes ses versions, la dernière d'abord", histoire);
    lire_a("/{id}/_history/{version}", " : une version", lire_une_version);
}

http::Response capacites(const Fhir& fhir, const Visite& visite) {
    std::vector<const fhir::Description*> types;
    for (const auto& un : services()) types.push_back(&un.description);
    return en_fhir(200, fhir::capacites({.nom = fhir.logiciel,
                                         .version = fhir.version,
                                         .publie_le = "2026-11-23",
                                         .adresse = base(visite)},
                                        types));
}

}  // namespace

const std::vector<Service>& services() {
    static const std::vector<Service> tous{service_des_personnes(), service_des_encounters(),
                                           service_des_episodes(),  service_des_projets(),
                                           service_des_objectifs(), service_des_rendez_vous(),
                                           service_des_documents(), service_des_evaluations()};
    return tous;
}

void ajouter_fhir(const Fhir& fhir) {
    fhir.routes.refusals_under("/fhir", [](const http::RefusalSaid& refus) {
        return en_fhir(refus.status,
                       operation_outcome({{refus.status, std::string{refus.code}, refus.sentence}},
                                         Gravite::erreur));
    });
    garde::ajouter(fhir.routes, fhir.comptes,
                   {.methode = http::Method::get,
                    .chemin = "/fhir/metadata",
                    .resume = "Ce que l'interface FHIR R4 sert (CapabilityStatement)",
                    .permission = std::nullopt,
                    .action =
                        [&](Visite& visite) {
                            if (!accepte(visite.requete))
                                return refuser(visite, {{406, "fhir.format"}});
                            return capacites(fhir, visite);
                        },
                    .repond = fhir::type_de_contenu});
    for (const auto& un : services()) ajouter_un_type(fhir, un);
}

}  // namespace grappe::fhir_api
