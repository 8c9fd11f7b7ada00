// CarePlan, Goal, DocumentReference, QuestionnaireResponse: elements of a record, found by person
// or by id; their versions are those of the elements.
#include <algorithm>

#include "core/ensure.hpp"
#include "dui/element/droits.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/piece.hpp"
#include "dui/fhir_api/service.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "dui/passation/lecture.hpp"

namespace grappe::fhir_api {
namespace {

using element::Genre;
using fhir::Critere, fhir::Recherche;

enum class Rang { ancienne, derniere };

// What tells the four apart.
struct Famille {
    Genre genre;
    fhir::Traits (*traits)(const Acces&, const element::Element&);
    fhir::Ressource (*rendre)(const Acces&, const element::Version&, Rang);
};

bool lisible(const Acces& acces, const Famille& famille, const element::Element& un) {
    return un.genre == famille.genre && lit(acces.qui, un);
}

Lue rendue(const Acces& acces, const Famille& famille, const element::Version& version, Rang rang) {
    return {famille.rendre(acces, version, rang), {version.element.personne}};
}

// One page: what was looked at last is where the next one goes on.
class Collecte {
public:
    Collecte(const Acces& acces, const Famille& famille, const Recherche& recherche)
        : acces_{acces}, famille_{famille}, recherche_{recherche} {}

    // False: the page is full.
    bool voir(const element::Version& version) {
        if (page.trouvees.size() == recherche_.combien || regardes_ == regardes_au_plus) {
            page.apres = dernier_;
            return false;
        }
        ++regardes_;
        dernier_ = version.element.id;
        if (!lisible(acces_, famille_, version.element)) return true;
        const auto traits = famille_.traits(acces_, version.element);
        const bool convient = std::ranges::all_of(
            recherche_.criteres, [&](const Critere& un) { return fhir::convient(un, traits); });
        if (!convient) return true;
        auto lue = rendue(acces_, famille_, version, Rang::derniere);
        const fhir::Meta meta{lue.ressource.version, lue.ressource.modifiee_le};
        if (enregistree_quand(recherche_, meta)) page.trouvees.push_back(std::move(lue));
        return true;
    }

    Page page{};

private:
    const Acces& acces_;
    const Famille& famille_;
    const Recherche& recherche_;
    std::size_t regardes_ = 0;
    std::string dernier_{};
};

constexpr std::size_t par_question = 100;

// The latest first, after that element where there is one.
bool parcourir(Collecte& collecte, storage::Reader& db, const element::DuDossier& debut) {
    auto voulu = debut;
    for (;;) {
        const auto lues = element::du_dossier(db, voulu);
        if (!std::ranges::all_of(lues, [&](const auto& une) { return collecte.voir(une); }))
            return false;
        if (lues.size() < voulu.combien) return true;
        voulu.apres = {lues.back().element.debut.utc_text(), lues.back().numero};
    }
}

Page des_personnes(const Acces& acces, const Famille& famille, const Recherche& recherche,
                   const std::vector<std::string>& ids) {
    Collecte collecte{acces, famille, recherche};
    const auto derniere =
        recherche.apres.empty() ? std::nullopt : element::derniere(acces.db, recherche.apres);
    for (const auto& id : ids) {
        if (derniere && id < derniere->element.personne) continue;
        if (!personne_visible(acces, id)) continue;
        element::DuDossier voulu{id, famille.genre, par_question};
        if (derniere && id == derniere->element.personne)
            voulu.apres = {derniere->element.debut.utc_text(), derniere->numero};
        if (!parcourir(collecte, acces.db, voulu)) break;
    }
    return std::move(collecte.page);
}

Page des_ids(const Acces& acces, const Famille& famille, const Recherche& recherche,
             const std::optional<std::vector<std::string>>& personnes) {
    std::vector<std::string> ids;
    for (const auto& une : recherche.critere("_id")->valeurs)
        if (auto id = fhir::id_de(une.texte); id && *id > recherche.apres)
            ids.push_back(*std::move(id));
    std::ranges::sort(ids);
    const auto [premier, fin] = std::ranges::unique(ids);
    ids.erase(premier, fin);
    Collecte collecte{acces, famille, recherche};
    for (const auto& id : ids) {
        const auto version = element::derniere(acces.db, id);
        if (!version) continue;
        const auto& personne = version->element.personne;
        if (personnes && std::ranges::find(*personnes, personne) == personnes->end()) continue;
        if (personne_visible(acces, personne) && !collecte.voir(*version)) break;
    }
    return std::move(collecte.page);
}

Page chercher(const Acces& acces, const Famille& famille, const Recherche& recherche) {
    const auto personnes = personnes_nommees(acces, recherche);
    auto page = recherche.critere("_id") != nullptr
                    ? des_ids(acces, famille, recherche, personnes)
                    : des_personnes(acces, famille, recherche, personnes.value());
    if (!recherche.inclusions.empty()) inclure_les_personnes(acces, page);
    return page;
}

// Once readable, all that was said of it is.
std::vector<Lue> versions(const Acces& acces, const Famille& famille, const std::string& logique) {
    const auto id = fhir::id_de(logique);
    const auto toutes = id ? element::versions_de(acces.db, *id) : std::vector<element::Version>{};
    if (toutes.empty() || !lisible(acces, famille, toutes.back().element) ||
        !personne_visible(acces, toutes.back().element.personne))
        return {};
    std::vector<Lue> lues;
    for (const auto& une : toutes)
        lues.push_back(
            rendue(acces, famille, une, &une == &toutes.back() ? Rang::derniere : Rang::ancienne));
    return lues;
}

fhir::Ressource plan(const Acces& acces, const element::Version& version, Rang rang) {
    auto meta = meta_de(acces.db, version.enregistrement);
    if (rang == Rang::ancienne) return fhir::en_care_plan({projet::lu(version), {}, {}, meta});
    const auto projet = projet::lire(acces.db, acces.qui, version.element.id);
    core::ensure(projet.has_value(), "a project that is readable is read");
    auto dernier = version.enregistrement;
    for (const auto& [genre, objets] : projet->parts)
        for (const auto& un : objets) dernier = std::max(dernier, un.version.enregistrement);
    return fhir::en_care_plan({projet->lui, projet->des(Genre::objectif),
                               projet->des(Genre::action), meta_de(acces.db, dernier)});
}

fhir::Ressource but(const Acces& acces, const element::Version& version, Rang) {
    return fhir::en_goal({projet::lu(version), meta_de(acces.db, version.enregistrement)});
}

fhir::Ressource piece(const Acces& acces, const element::Version& version, Rang) {
    auto document = document::lu(version.element.contenu);
    const auto* type = acces.fhir.types.trouver(document.fiche.type);
    const auto premiere = element::versions_de(acces.db, version.element.id).front();
    return fhir::en_document_reference(
        {.element = version.element,
         .document = std::move(document),
         .type = type,
         .adresse = acces.fhir.comptes.adresse_publique(),
         .connu_le = meta_de(acces.db, premiere.enregistrement).modifiee_le,
         .meta = meta_de(acces.db, version.enregistrement)});
}

fhir::Ressource evaluee(const Acces& acces, const element::Version& version, Rang) {
    const auto& outils = acces.fhir.grilles;
    auto contenu = passation::lu(version.element.contenu, outils);
    const auto* grille = outils.grille(contenu.dite.grille);
    core::ensure(grille != nullptr, "a scale that was shipped is shipped for ever");
    return fhir::en_questionnaire_response({.element = version.element,
                                            .dite = std::move(contenu.dite),
                                            .grille = *grille,
                                            .bareme = outils.bareme,
                                            .meta = meta_de(acces.db, version.enregistrement)});
}

fhir::Traits traits_du_plan(const Acces&, const element::Element& un) {
    return fhir::traits_du_plan(projet::lu({0, 0, 0, un}));
}
fhir::Traits traits_du_but(const Acces&, const element::Element& un) {
    return fhir::traits_du_but(projet::lu({0, 0, 0, un}));
}
// The token lives as long as the list of types, or as the text of the element.
fhir::Traits traits_de_la_piece(const Acces& acces, const element::Element& un) {
    const auto document = document::lu(un.contenu);
    const auto* type = acces.fhir.types.trouver(document.fiche.type);
    auto traits = fhir::traits_du_document(un, document, type);
    traits.type.code = type == nullptr ? std::string_view{} : std::string_view{type->code};
    return traits;
}
fhir::Traits traits_de_l_evaluee(const Acces& acces, const element::Element& un) {
    return fhir::traits_de_l_evaluation(un, passation::lu(un.contenu, acces.fhir.grilles).dite);
}

Service service(const fhir::Description& description, Famille famille) {
    return {.description = description,
            .versions =
                [famille](const Acces& acces, const std::string& logique) {
                    return versions(acces, famille, logique);
                },
            .chercher =
                [famille](const Acces& acces, const Recherche& recherche) {
                    return chercher(acces, famille, recherche);
                }};
}

}  // namespace

Service service_des_projets() {
    return service(fhir::description_du_care_plan, {Genre::projet, traits_du_plan, plan});
}

Service service_des_objectifs() {
    return service(fhir::description_du_goal, {Genre::objectif, traits_du_but, but});
}

Service service_des_documents() {
    return service(fhir::description_de_la_document_reference,
                   {Genre::document, traits_de_la_piece, piece});
}

Service service_des_evaluations() {
    return service(fhir::description_de_la_questionnaire_response,
                   {Genre::evaluation, traits_de_l_evaluee, evaluee});
}

}  // namespace grappe::fhir_api
