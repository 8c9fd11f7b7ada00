// Patient: a person as FHIR says her. The matricule and its OID only of a qualified identity.
#pragma once

#include "dui/annuaire/personne.hpp"
#include "dui/fhir/description.hpp"
#include "dui/fhir/reponse.hpp"
#include "dui/identite/identite.hpp"

namespace grappe::fhir {

// Systems of identifiers, of the guide TDDUI and of the directory of health.
inline constexpr std::string_view systeme_local =
    "https://identifiant-medicosocial-localusager.esante.gouv.fr";
inline constexpr std::string_view systeme_structure = "urn:oid:1.2.250.1.71.4.2.2";

extern const Description description_du_patient;

// A version of what is stored: the act that recorded it, and when it became known.
struct Meta {
    std::string version, modifiee_le;
};
std::string en_json(const Meta& meta);

struct Patient {
    annuaire::Personne personne;
    identite::Identite identite;
    Meta meta;
};
Ressource en_ressource(const Patient& patient);

// "3" FINESS "/" id, as the guide writes it; an id that is so already stays.
std::string identifiant_local(std::string_view finess_et, std::string_view personne);
std::string structure(std::string_view finess_et);  // {"identifier": …}
std::string_view genre_de(std::string_view sexe);   // "female"

}  // namespace grappe::fhir
