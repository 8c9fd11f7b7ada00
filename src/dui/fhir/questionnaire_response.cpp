// An evaluation as a QuestionnaireResponse. Its scale goes with it: it has no address of its own.
#include "dui/evaluation/resultat.hpp"
#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/objet.hpp"
#include "dui/fhir/piece.hpp"

namespace grappe::fhir {

const Description description_de_la_questionnaire_response{
    .type = "QuestionnaireResponse",
    .dit = "Évaluations : demander une personne (patient, subject) ou un _id",
    .parametres = {{"patient", Genre::reference, "Personne accompagnée", "Patient"},
                   {"subject", Genre::reference, "Personne accompagnée", "Patient"},
                   {"status", Genre::jeton, "in-progress, completed ou entered-in-error"},
                   {"authored", Genre::date,
                    "Jour de l'évaluation ; eq, ne, gt, lt, ge, le, sa, eb"}},
    .inclusions = {"QuestionnaireResponse:patient", "QuestionnaireResponse:subject"},
    .par_personne = true};

namespace {

using evaluation::Codage, evaluation::Cotation, evaluation::Grille;

std::string_view statut_de(const element::Element& element, const evaluation::Evaluation& dite) {
    if (est_retiree(element)) return "entered-in-error";
    return dite.statut == evaluation::Statut::en_preparation ? "in-progress" : "completed";
}

// A value set of the national model is named by its OID where it is known.
std::string systeme_de(const Codage& codage) {
    return codage.jeu.empty() ? std::string{} : "urn:oid:" + codage.jeu;
}

std::string lien_de(const Codage& codage, const std::string& cle) {
    return codage.lien.empty() ? cle : codage.lien;
}

std::string reponse_de(const Grille& grille, const Cotation& cotation) {
    const auto* modalite = cotation.modalite ? grille.modalite(*cotation.modalite) : nullptr;
    if (modalite == nullptr) return {};
    const auto& codage = modalite->codage;
    const auto coding = Objet{}
                            .texte("system", systeme_de(codage))
                            .texte("code", codage.code.empty() ? modalite->cle : codage.code)
                            .texte("display", modalite->libelle)
                            .fin();
    return "[" + Objet{}.json("valueCoding", coding).fin() + "]";
}

std::string oui_ou_non(const std::string& lien, const std::string& libelle, bool dit) {
    return Objet{}
        .texte("linkId", lien)
        .texte("text", libelle)
        .json("answer", "[" + Objet{}.json("valueBoolean", dit ? "true" : "false").fin() + "]")
        .fin();
}

std::string commentaire(const std::string& lien, const std::string& dit) {
    if (dit.empty()) return {};
    return Objet{}
        .texte("linkId", lien + ".commentaire")
        .texte("text", "Commentaire")
        .json("answer", "[" + Objet{}.texte("valueString", dit).fin() + "]")
        .fin();
}

std::vector<std::string> details(const Grille& grille, const std::string& lien,
                                 const Cotation& cotation) {
    std::vector<std::string> tous;
    for (const auto& [cle, dit] : cotation.criteres)
        if (const auto* critere = grille.critere(cle))
            tous.push_back(oui_ou_non(lien + "." + cle, critere->libelle, dit));
    tous.push_back(commentaire(lien, cotation.commentaire));
    return tous;
}

struct Question {
    std::string lien, libelle;
};
std::string question(const Grille& grille, const Question& posee, const Cotation& cotation,
                     std::vector<std::string> autres) {
    auto tous = details(grille, posee.lien, cotation);
    for (auto& une : autres) tous.push_back(std::move(une));
    return Objet{}
        .texte("linkId", posee.lien)
        .texte("text", posee.libelle)
        .json("answer", reponse_de(grille, cotation))
        .json("item", liste(tous))
        .fin();
}

std::string variable(const Grille& grille, const evaluation::Variable& une,
                     const evaluation::Reponse& dite) {
    const auto lien = lien_de(une.codage, une.cle);
    std::vector<std::string> sous;
    for (const auto& [cle, cotation] : dite.sous_variables)
        if (const auto* sienne = evaluation::sous_variable(une, cle))
            sous.push_back(question(grille,
                                    {lien_de(sienne->codage, lien + "." + cle), sienne->libelle},
                                    cotation, {}));
    return question(grille, {lien, une.libelle}, dite.cotation, std::move(sous));
}

std::string resultat(const Evaluee& evaluee) {
    const auto lu = evaluation::resulter(evaluee.grille, evaluee.bareme, evaluee.dite);
    if (!lu.valeur) return {};
    return Objet{}
        .texte("linkId", "resultat")
        .texte("text", lu.sorte == evaluation::Sorte::gir ? "GIR" : "Score")
        .json("answer", "[" + Objet{}.json("valueInteger", std::to_string(*lu.valeur)).fin() + "]")
        .fin();
}

std::string questionnaire(const Grille& grille) {
    return "[" +
           Objet{"Questionnaire"}
               .texte("id", "grille")
               .texte("status", "active")
               .texte("title", grille.titre)
               .texte("description", grille.source)
               .fin() +
           "]";
}

std::string auteur(const Evaluee& evaluee) {
    return Objet{}.texte("display", evaluee.dite.evaluateur).fin();
}

}  // namespace

Traits traits_de_l_evaluation(const element::Element& element, const evaluation::Evaluation& dite) {
    return {.statut = statut_de(element, dite), .date = jour(dite.date)};
}

Ressource en_questionnaire_response(const Evaluee& evaluee) {
    const auto& dite = evaluee.dite;
    std::vector<std::string> questions;
    for (const auto& une : evaluee.grille.variables)
        if (const auto la = dite.reponses.find(une.cle); la != dite.reponses.end())
            questions.push_back(variable(evaluee.grille, une, la->second));
    questions.push_back(resultat(evaluee));
    questions.push_back(commentaire("evaluation", dite.commentaire));
    const auto patient = reference("Patient", evaluee.element.personne);
    auto id = id_logique(evaluee.element.id);
    auto json = Objet{"QuestionnaireResponse"}
                    .texte("id", id)
                    .json("meta", en_json(evaluee.meta))
                    .json("contained", questionnaire(evaluee.grille))
                    .texte("questionnaire", "#grille")
                    .texte("status", statut_de(evaluee.element, dite))
                    .json("subject", patient)
                    .texte("authored", dite.date.text())
                    .json("author", auteur(evaluee))
                    .json("source", dite.auto_evaluation ? patient : std::string{})
                    .json("item", liste(questions))
                    .fin();
    return {"QuestionnaireResponse", std::move(id), evaluee.meta.version, evaluee.meta.modifiee_le,
            std::move(json)};
}

}  // namespace grappe::fhir
