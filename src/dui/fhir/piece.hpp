// Pièce: an element of a record as FHIR says it: a project, an objective, a document, an
// evaluation, an appointment. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "dui/agenda/evenement.hpp"
#include "dui/document/document.hpp"
#include "dui/document/types.hpp"
#include "dui/evaluation/chargement.hpp"
#include "dui/evaluation/evaluation.hpp"
#include "dui/fhir/description.hpp"
#include "dui/fhir/patient.hpp"
#include "dui/fhir/recherche.hpp"
#include "dui/fhir/reponse.hpp"
#include "dui/projet/lecture.hpp"

namespace grappe::fhir {

// What a search asks of a resource, whatever its type; what a type does not have is empty.
struct Traits {
    std::string_view statut{};
    Jeton type{};
    std::optional<Intervalle> date{};
};
// Whether those answer; `status`, `type` or `category`, `date` and its like.
bool convient(const Critere& critere, const Traits& traits);

bool est_retiree(const element::Element& element);

// A personalised project: its objectives and actions are those that stand, with its last version.
struct Plan {
    projet::Objet lui;
    std::span<const projet::Objet> objectifs{}, actions{};
    Meta meta{};
};
extern const Description description_du_care_plan;  // care_plan.cpp
Ressource en_care_plan(const Plan& plan);
Traits traits_du_plan(const projet::Objet& lui);

struct But {
    projet::Objet lui;
    Meta meta;
};
extern const Description description_du_goal;  // goal.cpp
Ressource en_goal(const But& but);
Traits traits_du_but(const projet::Objet& lui);

struct Piece {
    element::Element element;
    document::Document document;
    const document::Type* type;  // null: a code that is no longer in the list
    std::string adresse;         // of the program, for the file
    std::string connu_le;        // of its first version
    Meta meta;
};
extern const Description description_de_la_document_reference;  // document_reference.cpp
Ressource en_document_reference(const Piece& piece);
Traits traits_du_document(const element::Element& element, const document::Document& document,
                          const document::Type* type);

struct Evaluee {
    element::Element element;
    evaluation::Evaluation dite;
    const evaluation::Grille& grille;
    const evaluation::aggir::Bareme& bareme;
    Meta meta;
};
extern const Description description_de_la_questionnaire_response;  // questionnaire_response.cpp
Ressource en_questionnaire_response(const Evaluee& evaluee);
Traits traits_de_l_evaluation(const element::Element& element, const evaluation::Evaluation& dite);

// One occurrence: R4 has nothing that comes back.
struct Occurrence {
    std::string rendez_vous;  // id
    std::string prevue;       // "2024-10-01T09:00", when the rule has it
    agenda::Evenement evenement;
    std::string lieu{};
    Meta meta{};
};
extern const Description description_de_l_appointment;  // appointment.cpp
// Those of `visibles` are named; of others, only that somebody takes part.
Ressource en_appointment(const Occurrence& occurrence,
                         const std::function<bool(std::string_view)>& visible);
Traits traits_du_rendez_vous(const agenda::Evenement& evenement);
// "0123…ef.20241001T0900": both halves of it, and back.
std::string id_de_l_appointment(std::string_view rendez_vous, std::string_view prevue);
struct Designee {
    std::string rendez_vous, prevue;
};
std::optional<Designee> designee(std::string_view id);

// {"text": …}, {"coding": [{"system": …, "code": …, "display": …}], "text": …}
std::string en_clair(std::string_view texte);
struct Code {
    std::string_view systeme, code, libelle;
};
std::string code_et_libelle(const Code& code);
std::string periode(std::optional<core::Date> debut, std::optional<core::Date> fin);
std::string reference(std::string_view type, std::string_view id);

}  // namespace grappe::fhir
