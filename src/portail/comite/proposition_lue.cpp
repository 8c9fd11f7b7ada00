// The right to read proposals, then their rows.
#include "portail/comite/proposition_lue.hpp"

#include "portail/comite/proposition_repository.hpp"

namespace grappe::comite {

core::Result<PropositionsLues> lire_propositions(storage::Reader& db, const Demandeur& qui,
                                                 const PropositionsALire& a_lire,
                                                 const Moyens& moyens) {
    auto vue = voir(db, qui, a_lire.comite, moyens);
    if (!vue) return vue.error();
    if (concerne(*vue)) return core::refuse(core::Reason::forbidden, "comite.interet");
    PropositionsLues lues{*std::move(vue)};
    if (a_lire.toutes) lues.toutes = propositions(db, a_lire.comite);
    if (!a_lire.numero) return lues;
    lues.une = proposition_gardee(db, a_lire.comite, *a_lire.numero);
    if (!lues.une) return core::refuse(core::Reason::not_found, "comite.proposition_inconnue");
    return lues;
}

}  // namespace grappe::comite
