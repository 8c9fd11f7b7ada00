// A stay as FHIR says it: an Encounter, as the guide TDDUI does, and an EpisodeOfCare, what R4 has
// for an accompaniment that lasts.
#pragma once

#include "dui/annuaire/personne.hpp"
#include "dui/fhir/description.hpp"
#include "dui/fhir/patient.hpp"

namespace grappe::fhir {

inline constexpr std::string_view systeme_sejour =
    "https://identifiant-medicosocial-sejour.esante.gouv.fr";

struct Sejour {
    annuaire::Sejour sejour;
    std::string personne;
    Meta meta;
    core::Date aujourd_hui;  // a stay begins and ends without anything being recorded
};

enum class Phase { a_venir, en_cours, finie };
Phase phase_de(const annuaire::Sejour& sejour, core::Date aujourd_hui);
// "3" FINESS "/" person "-SEJOUR-" id.
std::string identifiant_du_sejour(const annuaire::Sejour& sejour, std::string_view personne);

extern const Description description_de_l_encounter;  // encounter.cpp
std::string_view statut_de_l_encounter(Phase phase);
Ressource en_encounter(const Sejour& sejour);

extern const Description description_de_l_episode;  // episode_of_care.cpp
std::string_view statut_de_l_episode(Phase phase);
Ressource en_episode(const Sejour& sejour);

// What both say alike.
std::string identifiants_du_sejour(const Sejour& sejour);
std::string reference_de_la_personne(std::string_view personne);
std::string periode(const annuaire::Sejour& sejour);

}  // namespace grappe::fhir
