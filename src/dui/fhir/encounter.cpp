// A stay as an Encounter.
#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/objet.hpp"
#include "dui/fhir/sejour.hpp"

namespace grappe::fhir {

const Description description_de_l_encounter{
    .type = "Encounter",
    .dit = "Séjours, comme le guide TDDUI les écrit",
    .parametres = {{"patient", Genre::reference, "Personne accompagnée", "Patient"},
                   {"subject", Genre::reference, "Personne accompagnée", "Patient"},
                   {"identifier", Genre::jeton, "Identifiant du séjour"},
                   {"status", Genre::jeton, "planned, in-progress ou finished"},
                   {"date", Genre::date, "Période du séjour ; eq, ne, gt, lt, ge, le, sa, eb"}},
    .inclusions = {"Encounter:patient", "Encounter:subject"}};

namespace {

// http://terminology.hl7.org/CodeSystem/v3-ActCode: lodged, by the day, at home.
std::string classe(fait::Etat modalite) {
    const auto code = modalite == fait::Etat::domicile          ? "HH"
                      : modalite == fait::Etat::accueil_de_jour ? "AMB"
                                                                : "IMP";
    return Objet{}
        .texte("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
        .texte("code", code)
        .fin();
}

}  // namespace

std::string_view statut_de_l_encounter(Phase phase) {
    if (phase == Phase::a_venir) return "planned";
    return phase == Phase::en_cours ? "in-progress" : "finished";
}

Ressource en_encounter(const Sejour& sejour) {
    auto id = id_logique(sejour.sejour.id);
    auto json =
        Objet{"Encounter"}
            .texte("id", id)
            .json("meta", en_json(sejour.meta))
            .json("identifier", identifiants_du_sejour(sejour))
            .texte("status", statut_de_l_encounter(phase_de(sejour.sejour, sejour.aujourd_hui)))
            .json("class", classe(sejour.sejour.modalite))
            .json("subject", reference_de_la_personne(sejour.personne))
            .json("period", periode(sejour.sejour))
            .json("serviceProvider", structure(sejour.sejour.finess_et))
            .fin();
    return {"Encounter", std::move(id), sejour.meta.version, sejour.meta.modifiee_le,
            std::move(json)};
}

}  // namespace grappe::fhir
