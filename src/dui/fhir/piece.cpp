// What the resources made of elements say alike.
#include "dui/fhir/piece.hpp"

#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/objet.hpp"

namespace grappe::fhir {

bool convient(const Critere& critere, const Traits& traits) {
    if (critere.nom == "status" || critere.nom == "lifecycle-status") {
        const Jeton jeton{"", traits.statut};
        return convient(critere, {&jeton, 1});
    }
    if (critere.nom == "type" || critere.nom == "category")
        return convient(critere, {&traits.type, 1});
    if (critere.genre == Genre::date && critere.nom != "_lastUpdated")
        return traits.date && convient(critere, *traits.date);
    return true;
}

bool est_retiree(const element::Element& element) { return element.etat == element::Etat::retire; }

std::string en_clair(std::string_view texte) { return Objet{}.texte("text", texte).fin(); }

std::string code_et_libelle(const Code& code) {
    const auto coding = Objet{}
                            .texte("system", code.systeme)
                            .texte("code", code.code)
                            .texte("display", code.libelle)
                            .fin();
    return Objet{}.json("coding", "[" + coding + "]").texte("text", code.libelle).fin();
}

std::string periode(std::optional<core::Date> debut, std::optional<core::Date> fin) {
    return Objet{}
        .texte("start", debut ? debut->text() : std::string{})
        .texte("end", fin ? fin->text() : std::string{})
        .fin();
}

std::string reference(std::string_view type, std::string_view id) {
    return Objet{}.texte("reference", std::string{type} + "/" + id_logique(id)).fin();
}

}  // namespace grappe::fhir
