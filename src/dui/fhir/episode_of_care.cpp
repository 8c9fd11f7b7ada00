// A stay as an EpisodeOfCare.
#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/objet.hpp"
#include "dui/fhir/sejour.hpp"

namespace grappe::fhir {

const Description description_de_l_episode{
    .type = "EpisodeOfCare",
    .dit = "Séjours, comme R4 dit un accompagnement qui dure",
    .parametres = {{"patient", Genre::reference, "Personne accompagnée", "Patient"},
                   {"identifier", Genre::jeton, "Identifiant du séjour"},
                   {"status", Genre::jeton, "planned, active ou finished"},
                   {"date", Genre::date, "Période du séjour ; eq, ne, gt, lt, ge, le, sa, eb"}},
    .inclusions = {"EpisodeOfCare:patient"}};

std::string_view statut_de_l_episode(Phase phase) {
    if (phase == Phase::a_venir) return "planned";
    return phase == Phase::en_cours ? "active" : "finished";
}

Ressource en_episode(const Sejour& sejour) {
    auto id = id_logique(sejour.sejour.id);
    auto json =
        Objet{"EpisodeOfCare"}
            .texte("id", id)
            .json("meta", en_json(sejour.meta))
            .json("identifier", identifiants_du_sejour(sejour))
            .texte("status", statut_de_l_episode(phase_de(sejour.sejour, sejour.aujourd_hui)))
            .json("patient", reference_de_la_personne(sejour.personne))
            .json("managingOrganization", structure(sejour.sejour.finess_et))
            .json("period", periode(sejour.sejour))
            .fin();
    return {"EpisodeOfCare", std::move(id), sejour.meta.version, sejour.meta.modifiee_le,
            std::move(json)};
}

}  // namespace grappe::fhir
