// A personalised project as a CarePlan: its objectives by reference, its actions as activities.
#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/objet.hpp"
#include "dui/fhir/piece.hpp"

namespace grappe::fhir {

const Description description_du_care_plan{
    .type = "CarePlan",
    .dit = "Projets personnalisés : demander une personne (patient, subject) ou un _id",
    .parametres = {{"patient", Genre::reference, "Personne accompagnée", "Patient"},
                   {"subject", Genre::reference, "Personne accompagnée", "Patient"},
                   {"status", Genre::jeton,
                    "draft, active, on-hold, completed ou entered-in-error"},
                   {"date", Genre::date, "Période du projet ; eq, ne, gt, lt, ge, le, sa, eb"}},
    .inclusions = {"CarePlan:patient", "CarePlan:subject"},
    .par_personne = true};

namespace {

using Json = Objet;

std::string_view statut_de(const projet::Objet& lui) {
    if (est_retiree(lui.version.element)) return "entered-in-error";
    switch (core::named<projet::Statut>(lui.champ("statut")).value()) {
        case projet::Statut::en_preparation:
            return "draft";
        case projet::Statut::en_cours:
            return "active";
        case projet::Statut::en_pause:
            return "on-hold";
        case projet::Statut::termine:
            return "completed";
    }
    return "unknown";
}

std::string_view statut_de_l_action(std::string_view dit) {
    if (dit == "ACTIF") return "in-progress";
    if (dit == "TERMINE") return "completed";
    return dit == "ANNULE" ? "cancelled" : "not-started";
}

std::string activite(const projet::Objet& action) {
    std::vector<std::string> buts;
    for (const auto un : projet::mots_de(action.champ("objectifs")))
        buts.push_back(reference("Goal", un));
    const auto detail =
        Json{}
            .json("code", en_clair(action.champ("titre")))
            .json("goal", liste(buts))
            .texte("status", statut_de_l_action(action.champ("statut")))
            .json("scheduledPeriod", periode(action.jour("debut"), action.jour("fin")))
            .texte("description", action.champ("description"))
            .fin();
    return Json{}.json("detail", detail).fin();
}

}  // namespace

Traits traits_du_plan(const projet::Objet& lui) {
    const auto debut = lui.jour("debut") ? lui.jour("debut") : lui.jour("cree_le");
    return {.statut = statut_de(lui), .date = jours(debut.value(), lui.jour("fin"))};
}

Ressource en_care_plan(const Plan& plan) {
    const auto& lui = plan.lui;
    std::vector<std::string> categories{en_clair(lui.champ("type"))}, buts, activites;
    for (const auto& un : plan.objectifs) buts.push_back(reference("Goal", un.id()));
    for (const auto& une : plan.actions) activites.push_back(activite(une));
    auto id = id_logique(lui.id());
    auto json = Json{"CarePlan"}
                    .texte("id", id)
                    .json("meta", en_json(plan.meta))
                    .texte("status", statut_de(lui))
                    .texte("intent", "plan")
                    .json("category", liste(categories))
                    .texte("title", lui.champ("titre"))
                    .texte("description", lui.champ("description"))
                    .json("subject", reference("Patient", lui.version.element.personne))
                    .json("period", periode(lui.jour("debut"), lui.jour("fin")))
                    .texte("created", lui.champ("cree_le"))
                    .json("goal", liste(buts))
                    .json("activity", liste(activites))
                    .fin();
    return {"CarePlan", std::move(id), plan.meta.version, plan.meta.modifiee_le, std::move(json)};
}

}  // namespace grappe::fhir
