// What Encounter and EpisodeOfCare say alike of a stay.
#include "dui/fhir/sejour.hpp"

#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/objet.hpp"

namespace grappe::fhir {

Phase phase_de(const annuaire::Sejour& sejour, core::Date aujourd_hui) {
    if (sejour.entree > aujourd_hui) return Phase::a_venir;
    return sejour.present(aujourd_hui) ? Phase::en_cours : Phase::finie;
}

std::string identifiant_du_sejour(const annuaire::Sejour& sejour, std::string_view personne) {
    if (sejour.id.starts_with("3" + sejour.finess_et + "/")) return sejour.id;
    return identifiant_local(sejour.finess_et, personne) + "-SEJOUR-" + sejour.id;
}

std::string identifiants_du_sejour(const Sejour& sejour) {
    const auto un = Objet{}
                        .texte("system", systeme_sejour)
                        .texte("value", identifiant_du_sejour(sejour.sejour, sejour.personne))
                        .fin();
    return "[" + un + "]";
}

std::string reference_de_la_personne(std::string_view personne) {
    return Objet{}.texte("reference", "Patient/" + id_logique(personne)).fin();
}

std::string periode(const annuaire::Sejour& sejour) {
    return Objet{}
        .texte("start", sejour.entree.text())
        .texte("end", sejour.sortie ? sejour.sortie->text() : std::string{})
        .fin();
}

}  // namespace grappe::fhir
