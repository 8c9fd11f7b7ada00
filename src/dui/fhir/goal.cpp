// An objective of a project as a Goal: what the person says of it is a note by her.
#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/objet.hpp"
#include "dui/fhir/piece.hpp"

namespace grappe::fhir {

const Description description_du_goal{
    .type = "Goal",
    .dit =
        "Objectifs des projets personnalisés : demander une personne (patient, subject) ou un _id",
    .parametres = {{"patient", Genre::reference, "Personne accompagnée", "Patient"},
                   {"subject", Genre::reference, "Personne accompagnée", "Patient"},
                   {"lifecycle-status", Genre::jeton,
                    "proposed, active, completed, cancelled ou entered-in-error"},
                   {"start-date", Genre::date,
                    "Début de l'objectif ; eq, ne, gt, lt, ge, le, sa, eb"}},
    .inclusions = {"Goal:patient", "Goal:subject"},
    .par_personne = true};

namespace {

using Json = Objet;

std::string_view statut_de(const projet::Objet& lui) {
    if (est_retiree(lui.version.element)) return "entered-in-error";
    const auto dit = lui.champ("statut");
    if (dit == "ACTIF") return "active";
    if (dit == "TERMINE") return "completed";
    return dit == "ANNULE" ? "cancelled" : "proposed";
}

// R4 wants a measure beside what is expected (gol-1).
std::string cible(const projet::Objet& lui) {
    const auto attendu = lui.champ("resultat");
    const auto json = Json{}
                          .json("measure", attendu.empty() ? "" : en_clair("Résultat attendu"))
                          .texte("detailString", attendu)
                          .texte("dueDate", lui.champ("fin"))
                          .fin();
    return json.empty() ? json : "[" + json + "]";
}

std::string notes(const projet::Objet& lui) {
    std::vector<std::string> toutes;
    if (const auto avis = lui.champ("avis"); !avis.empty())
        toutes.push_back(
            Json{}
                .json("authorReference", reference("Patient", lui.version.element.personne))
                .texte("text", avis)
                .fin());
    for (const auto* nom : {"description", "strategie"})
        toutes.push_back(Json{}.texte("text", lui.champ(nom)).fin());
    return liste(toutes);
}

}  // namespace

Traits traits_du_but(const projet::Objet& lui) {
    const auto debut = lui.jour("debut");
    return {.statut = statut_de(lui), .date = debut ? std::optional{jour(*debut)} : std::nullopt};
}

Ressource en_goal(const But& but) {
    const auto& lui = but.lui;
    std::vector<std::string> categories{en_clair(lui.champ("domaine"))};
    auto id = id_logique(lui.id());
    auto json = Json{"Goal"}
                    .texte("id", id)
                    .json("meta", en_json(but.meta))
                    .texte("lifecycleStatus", statut_de(lui))
                    .json("category", liste(categories))
                    .json("description", en_clair(lui.champ("titre")))
                    .json("subject", reference("Patient", lui.version.element.personne))
                    .texte("startDate", lui.champ("debut"))
                    .json("target", cible(lui))
                    .json("note", notes(lui))
                    .fin();
    return {"Goal", std::move(id), but.meta.version, but.meta.modifiee_le, std::move(json)};
}

}  // namespace grappe::fhir
