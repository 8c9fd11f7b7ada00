// What a record holds besides transmissions, agendas and the facts of the indicators: projects,
// evaluations, documents, sheets, consents, what is told of a stay; by genre, and one with its
// versions.
#include <algorithm>

#include "dui/api/demandeur.hpp"
#include "dui/api/elements_json.hpp"
#include "dui/api/lignes.hpp"
#include "dui/api/question.hpp"
#include "dui/element/droits.hpp"

namespace grappe::dui {
namespace {

using element::Genre;
using garde::Visite;

constexpr std::size_t par_page = 50;

// Of a person, read by the class of data alone. Circles, requests of access and agendas have rules
// of their own; transmissions have their routes.
constexpr auto servis = std::to_array<Genre>(
    {Genre::place,          Genre::consentement,  Genre::contact,    Genre::protection,
     Genre::confiance,      Genre::directives,    Genre::allergie,   Genre::droit,
     Genre::autorisation,   Genre::bien,          Genre::complement, Genre::sejour,
     Genre::acte_de_sejour, Genre::absence,       Genre::projet,     Genre::accord,
     Genre::attente,        Genre::besoin,        Genre::objectif,   Genre::action,
     Genre::moyen,          Genre::prestation,    Genre::bilan,      Genre::preparation,
     Genre::projet_vie,     Genre::participation, Genre::revue,      Genre::echeance_projet,
     Genre::evaluation,     Genre::document});

bool est_servi(Genre genre) { return std::ranges::find(servis, genre) != servis.end(); }

struct Page {
    std::string elements;
    std::size_t tus = 0;  // of classes, or of establishments, that the reader does not read
    std::optional<element::Suite> suite{};
};

struct Demande {
    const std::string& personne;
    Genre genre;
    const element::Suite& apres;
};

Page page_de(storage::Reader& db, const acces::Professionnel& qui, const Demande& demande) {
    auto lus =
        element::du_dossier(db, {demande.personne, demande.genre, par_page + 1, demande.apres});
    Page page;
    if (lus.size() > par_page) {
        lus.pop_back();
        page.suite = {lus.back().element.debut.utc_text(), lus.back().numero};
    }
    for (const auto& un : lus) {
        if (!element::lit(qui, un.element))
            ++page.tus;
        else
            page.elements += (page.elements.empty() ? "" : ",") + en_json(un);
    }
    return page;
}

http::Response lister(const Api& api, Visite& visite) {
    Question question{api, visite};
    const auto personne = question.requis("personne");
    const auto genre = core::named<Genre>(question.requis("genre"));
    if (!question.champ("genre").empty() && (!genre || !est_servi(*genre)))
        question.faute("genre", "dui.genre");
    const auto apres = suite_de(question);
    if (auto refusee = question.refusee()) return *std::move(refusee);
    const auto page = visite.base.read([&](storage::Reader& db) -> core::Result<Page> {
        const auto qui = demandeur_de(api, db, visite, personne);
        if (!qui) return qui.error();
        return page_de(db, *qui, {personne, *genre, apres});
    });
    if (!page) return refuser(visite, page.error(), {});
    acces::consigner_un_dossier(visite.base, lecteur(api, visite), personne);
    const auto suite = en_suite(page->suite);
    return http::Response::json(
        "{\"elements\":[" + page->elements + "],\"tus\":" + std::to_string(page->tus) +
        ",\"suite\":" + (suite.empty() ? "null" : "\"" + suite + "\"") + "}");
}

core::Result<std::vector<Signee>> lire(const Api& api, storage::Reader& db, const Visite& visite) {
    const auto inconnu = [] { return core::refuse(core::Reason::not_found, "element.inconnu"); };
    auto versions = element::versions_de(db, visite.requete.path("id"));
    if (versions.empty() || !est_servi(versions.front().element.genre) ||
        versions.front().element.personne.empty())
        return inconnu();
    api.annuaire.mettre_a_jour(db);
    const auto qui = acces::professionnel(db, visite.qui().acteur);
    if (auto admise =
            admettre(api, db, {qui, versions.front().element.personne, "element.inconnu"});
        !admise)
        return admise.error();
    std::vector<Signee> signees;
    for (auto& une : versions) {
        if (!element::lit(qui, une.element)) return inconnu();
        auto signature = magasin::signature_de(db, une.enregistrement);
        signees.push_back({std::move(une), std::move(signature)});
    }
    return signees;
}

http::Response montrer(const Api& api, Visite& visite) {
    const auto versions =
        visite.base.read([&](storage::Reader& db) { return lire(api, db, visite); });
    if (!versions) return refuser(visite, versions.error(), {});
    const auto& derniere = versions->back().version;
    acces::consigner_un_dossier(visite.base, lecteur(api, visite), derniere.element.personne);
    return version_lue(en_json(*versions), derniere.version);
}

}  // namespace

void ajouter_routes_des_elements(const Api& api) {
    ajouter_une_lecture(
        api, {"/api/elements",
              "Ce que tient le dossier d'une personne, genre par genre, le plus récent d'abord",
              lister,
              {{"personne", "Identifiant de la personne dans la base"},
               {"genre",
                "Un mot de la description : projet, evaluation, document, contact… ; sejour est ce "
                "que disent l'admission et la sortie, les dates sont dans /api/personnes"},
               {"suite", "Ce que la page précédente a donné pour la suivante"}}});
    ajouter_une_lecture(api,
                        {"/api/elements/{id}", "Un élément d'un dossier et ses versions", montrer});
}

}  // namespace grappe::dui
