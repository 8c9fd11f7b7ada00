// Who may touch a dossier, and whether its state allows the act.
#include "portail/teleservice/acces.hpp"

#include <algorithm>

#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/intervention.hpp"

namespace grappe::teleservice {
namespace {

using access::Permission;

Permission permission_de(Acte acte) {
    switch (acte) {
        case Acte::ecrire:
            return Permission::dossier_ecrire;
        case Acte::joindre:
            return Permission::piece_deposer;
        case Acte::prendre:
        case Acte::examiner:
        case Acte::demander:
        case Acte::reprendre:
            return Permission::dossier_instruire;
        case Acte::recevoir:
        case Acte::ecarter:
            return Permission::recevabilite_decider;
        case Acte::rouvrir:
        case Acte::amender:
            return Permission::dossier_corriger;
        case Acte::favoriser:
        case Acte::recommander:
        case Acte::reserver:
        case Acte::refuser:
            return Permission::avis_rendre;
        case Acte::notifier:
            return Permission::resultat_notifier;
        case Acte::conventionner:
            return Permission::convention_signer;
        case Acte::demarrer:
        case Acte::solder:
            return Permission::versement_valider;
        case Acte::deposer:
        case Acte::retirer:
        case Acte::repondre:
            break;
    }
    return Permission::dossier_deposer;
}

// To write or join after the deposit prepares an amendment: it needs an open window. To deposit
// looks at the window itself, to withdraw needs none.
bool demande_une_fenetre(const Dossier& dossier, Acte acte) {
    return dossier.statut == Statut::depose && (acte == Acte::ecrire || acte == Acte::joindre);
}

// What shows or counts the parts of others too. A member has its part by `demander_la_part`.
bool montre_le_tout(Permission permission) {
    return permission == Permission::dossier_lire || permission == Permission::montant_lire;
}

}  // namespace

bool est_seulement_membre(const Demandeur& qui, const Dossier& dossier) {
    const auto& compte = qui.acteur.compte;
    const auto& soutiens = dossier.invites;
    if (compte == dossier.compte ||
        std::ranges::any_of(soutiens, [&](const auto& un) { return un.compte == compte; }))
        return false;
    return std::ranges::find(dossier.membres, compte) != dossier.membres.end();
}

core::Result<Dossier> demander(storage::Reader& db, const Demandeur& qui, std::string_view id,
                               Permission permission) {
    auto dossier = trouver(db, id);
    if (!dossier || !access::peut(qui.acteur, Permission::dossier_lire, dossier->portee()))
        return core::refuse(core::Reason::not_found, "dossier.inconnu");
    if (!access::peut(qui.acteur, permission, dossier->portee()))
        return core::refuse(core::Reason::forbidden, "dossier.interdit");
    if (montre_le_tout(permission) && est_seulement_membre(qui, *dossier))
        return core::refuse(core::Reason::forbidden, "dossier.part_seulement");
    return *std::move(dossier);
}

core::Result<Dossier> demander_en_administrateur(storage::Reader& db, const Demandeur& qui,
                                                 std::string_view id) {
    if (!access::peut(qui.acteur, Permission::dossier_corriger))
        return core::refuse(core::Reason::forbidden, "acces.interdit");
    auto dossier = trouver(db, id);
    if (!dossier) return core::refuse(core::Reason::not_found, "dossier.inconnu");
    return *std::move(dossier);
}

core::Refusal etat_refuse(const Dossier& dossier) {
    return core::refuse(core::Reason::conflict, "dossier.etat",
                        std::string{core::name_of(dossier.statut)});
}

core::Result<void> permettre(storage::Reader& db, const Demandeur& qui, const Dossier& dossier,
                             Acte acte) {
    if (!suite(dossier.statut, acte)) return etat_refuse(dossier);
    if (!demande_une_fenetre(dossier, acte)) return {};
    const auto depot = dernier_depot(db, dossier.id);
    const bool fermee = depot && depot->ferme_le && *depot->ferme_le <= qui.maintenant;
    if (fermee && ouvert_jusqu_au(db, dossier.id).value_or(qui.maintenant) <= qui.maintenant)
        return core::refuse(core::Reason::conflict, "dossier.fenetre_fermee");
    return {};
}

core::Result<Dossier> demander_pour(storage::Reader& db, const Demandeur& qui, std::string_view id,
                                    Acte acte) {
    auto dossier = demander(db, qui, id, permission_de(acte));
    if (!dossier) return dossier;
    if (const auto permis = permettre(db, qui, *dossier, acte); !permis) return permis.error();
    return dossier;
}

std::string objet_du_journal(const Dossier& dossier) { return "dossier:" + dossier.id; }

}  // namespace grappe::teleservice
