// The establishment by the role, the class by the profession: both must agree.
#include "dui/element/droits.hpp"

#include "dui/element/elements_repository.hpp"

namespace grappe::element {

using access::Permission;

bool lit(const acces::Professionnel& qui, const Element& un) {
    return qui.peut_a(Permission::dossier_usager_lire, un.finess_et.text()) && qui.lit(un.classe);
}

bool ecrit(const acces::Professionnel& qui, const Element& un) {
    return qui.peut_a(Permission::dossier_usager_ecrire, un.finess_et.text()) &&
           qui.ecrit(un.classe);
}

bool se_lie(storage::Reader& db, const acces::Professionnel& qui, std::string_view personne,
            std::string_view id) {
    const auto un = derniere(db, id);
    return un && un->element.personne == personne && un->element.etat == Etat::actif &&
           lit(qui, un->element);
}

}  // namespace grappe::element
