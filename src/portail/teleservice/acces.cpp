// Who may touch a dossier, and whether its state allows the act.
#include "portail/teleservice/acces.hpp"

#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::teleservice {
namespace {

using access::Permission;

Permission permission_de(Acte acte) {
    switch (acte) {
        case Acte::ecrire:
            return Permission::dossier_ecrire;
        case Acte::joindre:
            return Permission::piece_deposer;
        case Acte::deposer:
        case Acte::retirer:
            break;
    }
    return Permission::dossier_deposer;
}

// To write or join after the deposit prepares an amendment: it needs an open window. To deposit
// looks at the window itself, to withdraw needs none.
bool demande_une_fenetre(const Dossier& dossier, Acte acte) {
    return dossier.statut == Statut::depose && (acte == Acte::ecrire || acte == Acte::joindre);
}

}  // namespace

core::Result<Dossier> demander(storage::Reader& db, const Demandeur& qui, std::string_view id,
                               Permission permission) {
    auto dossier = trouver(db, id);
    if (!dossier || !access::peut(qui.acteur, Permission::dossier_lire, dossier->portee()))
        return core::refuse(core::Reason::not_found, "dossier.inconnu");
    if (!access::peut(qui.acteur, permission, dossier->portee()))
        return core::refuse(core::Reason::forbidden, "dossier.interdit");
    return *std::move(dossier);
}

core::Result<Dossier> demander_pour(storage::Reader& db, const Demandeur& qui, std::string_view id,
                                    Acte acte) {
    auto dossier = demander(db, qui, id, permission_de(acte));
    if (!dossier) return dossier;
    if (!suite(dossier->statut, acte))
        return core::refuse(core::Reason::conflict, "dossier.etat",
                            std::string{core::name_of(dossier->statut)});
    if (!demande_une_fenetre(*dossier, acte)) return dossier;
    const auto depot = dernier_depot(db, dossier->id);
    if (depot && depot->ferme_le && *depot->ferme_le <= qui.maintenant)
        return core::refuse(core::Reason::conflict, "dossier.fenetre_fermee");
    return dossier;
}

std::string objet_du_journal(const Dossier& dossier) { return "dossier:" + dossier.id; }

}  // namespace grappe::teleservice
