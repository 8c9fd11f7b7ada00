// Mapping of a person.
#include "dui/fhir/patient.hpp"

#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/objet.hpp"

namespace grappe::fhir {

const Description description_du_patient{
    .type = "Patient",
    .dit = "Personnes accompagnées là où le compte lit les dossiers",
    .parametres = {{"identifier", Genre::jeton,
                    "Identifiant local, ou matricule INS d'une identité qualifiée"},
                   {"name", Genre::texte, "Début d'un nom ou d'un prénom ; :exact, :contains"},
                   {"family", Genre::texte, "Début du nom de naissance ou du nom utilisé"},
                   {"given", Genre::texte, "Début d'un prénom"},
                   {"birthdate", Genre::date, "Jour de naissance ; eq, ne, gt, lt, ge, le, sa, eb"},
                   {"gender", Genre::jeton, "female, male ou unknown"}},
    .tris = {"family", "birthdate"}};

namespace {

std::string code_de(std::string_view systeme, std::string_view code) {
    const auto coding = Objet{}.texte("system", systeme).texte("code", code).fin();
    return Objet{}.json("coding", "[" + coding + "]").fin();
}

std::string identifiants(const Patient& patient) {
    const auto& une = patient.personne;
    std::vector<std::string> tous;
    if (const auto ins = identite::a_emettre(patient.identite))
        tous.push_back(
            Objet{}
                .texte("use", ins->autorite == identite::Autorite::nia ? "temp" : "official")
                .texte("system", "urn:oid:" + std::string{core::name_of(*ins->autorite)})
                .texte("value", ins->numero)
                .fin());
    if (!une.finess_et.empty())
        tous.push_back(
            Objet{}
                .texte("use", "usual")
                .json("type", code_de("http://terminology.hl7.org/CodeSystem/v2-0203", "PI"))
                .texte("system", systeme_local)
                .texte("value", identifiant_local(une.finess_et, une.id))
                .fin());
    return liste(tous);
}

std::string noms(const annuaire::Personne& une) {
    std::vector<std::string> tous{Objet{}
                                      .texte("use", "official")
                                      .texte("family", une.nom_de_naissance)
                                      .json("given", liste_de_textes(une.prenoms))
                                      .fin()};
    if (!une.nom_utilise.empty() || !une.prenom_utilise.empty()) {
        const std::vector prenom{une.prenom_utilise};
        tous.push_back(Objet{}
                           .texte("use", "usual")
                           .texte("family", une.nom_utilise)
                           .json("given", liste_de_textes(prenom))
                           .fin());
    }
    return liste(tous);
}

// The official code of the commune, or of the country of birth, as text: the national extension
// that holds it is none that we were given the address of.
std::string lieu_de_naissance(const annuaire::Personne& une) {
    if (une.lieu_de_naissance.empty()) return {};
    const auto lieu =
        Objet{}
            .texte("url", "http://hl7.org/fhir/StructureDefinition/patient-birthPlace")
            .json("valueAddress", Objet{}.texte("text", une.lieu_de_naissance).fin())
            .fin();
    return "[" + lieu + "]";
}

}  // namespace

std::string en_json(const Meta& meta) {
    return Objet{}.texte("versionId", meta.version).texte("lastUpdated", meta.modifiee_le).fin();
}

std::string identifiant_local(std::string_view finess_et, std::string_view personne) {
    const auto prefixe = "3" + std::string{finess_et} + "/";
    return personne.starts_with(prefixe) ? std::string{personne} : prefixe + std::string{personne};
}

std::string structure(std::string_view finess_et) {
    const auto identifiant = Objet{}
                                 .texte("system", systeme_structure)
                                 .texte("value", "1" + std::string{finess_et})
                                 .fin();
    return Objet{}.json("identifier", identifiant).fin();
}

std::string_view genre_de(std::string_view sexe) {
    if (sexe == "F") return "female";
    return sexe == "M" ? "male" : "unknown";
}

Ressource en_ressource(const Patient& patient) {
    const auto& une = patient.personne;
    auto id = id_logique(une.id);
    const auto texte_du_jour = [](const std::optional<core::Date>& jour) {
        return jour ? jour->text() : std::string{};
    };
    auto json = Objet{"Patient"}
                    .texte("id", id)
                    .json("meta", en_json(patient.meta))
                    .json("extension", lieu_de_naissance(une))
                    .json("identifier", identifiants(patient))
                    .json("name", noms(une))
                    .texte("gender", genre_de(une.sexe))
                    .texte("birthDate", texte_du_jour(une.naissance))
                    .texte("deceasedDateTime", texte_du_jour(une.deces))
                    .json("managingOrganization",
                          une.finess_et.empty() ? std::string{} : structure(une.finess_et))
                    .fin();
    return {"Patient", std::move(id), patient.meta.version, patient.meta.modifiee_le,
            std::move(json)};
}

}  // namespace grappe::fhir
