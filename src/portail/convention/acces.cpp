// Who may touch an agreement.
#include "portail/convention/acces.hpp"

#include <algorithm>

#include "access/matrice.hpp"
#include "portail/convention/argent_repository.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/journal.hpp"

namespace grappe::convention {
namespace {

using access::Permission;

// An accountant reads the statement that it stamps, and no dossier.
bool peut_lire(const Demandeur& qui, const Dossier& dossier) {
    return access::peut(qui.acteur, Permission::convention_lire, dossier.portee()) ||
           access::peut(qui.acteur, Permission::depenses_lire, dossier.portee());
}

core::Result<Sujet> permettre(const Demandeur& qui, Sujet sujet, Permission permission) {
    if (teleservice::est_seulement_membre(qui, sujet.dossier))
        return core::refuse(core::Reason::forbidden, "dossier.part_seulement");
    if (!access::peut(qui.acteur, permission, sujet.dossier.portee()))
        return core::refuse(core::Reason::forbidden, "convention.interdite");
    return sujet;
}

}  // namespace

core::Result<Sujet> acceder(storage::Reader& db, const Demandeur& qui, std::string_view id,
                            Permission permission) {
    auto convention = trouver(db, id);
    auto dossier = convention ? teleservice::trouver(db, convention->dossier) : std::nullopt;
    if (!dossier || !peut_lire(qui, *dossier))
        return core::refuse(core::Reason::not_found, "convention.inconnue");
    return permettre(qui, {*std::move(convention), *std::move(dossier)}, permission);
}

core::Result<Sujet> acceder_par_le_dossier(storage::Reader& db, const Demandeur& qui,
                                           std::string_view id, Permission permission) {
    auto dossier = teleservice::trouver(db, id);
    if (!dossier || !peut_lire(qui, *dossier))
        return core::refuse(core::Reason::not_found, "dossier.inconnu");
    auto convention = trouver_du_dossier(db, id);
    if (!convention) return core::refuse(core::Reason::not_found, "convention.inconnue");
    return permettre(qui, {*std::move(convention), *std::move(dossier)}, permission);
}

core::Result<void> laisser_ecrire(storage::Reader& db, const Sujet& sujet) {
    const auto statut = sujet.dossier.statut;
    if (statut != Statut::conventionne && statut != Statut::en_cours)
        return teleservice::etat_refuse(sujet.dossier);
    const auto versements = versements_de(db, sujet.convention.id);
    const bool demande = std::ranges::any_of(
        versements, [](const Versement& un) { return un.objet == Objet::solde && un.compte(); });
    if (demande) return core::refuse(core::Reason::conflict, "convention.solde_demande");
    return {};
}

void noter(storage::Writer& db, const Demandeur& qui, const Sujet& sujet, const Ligne& ligne) {
    teleservice::noter(db, qui, {ligne.acte, "convention:" + sujet.convention.id, ligne.detail});
}

std::optional<Part> part_de(const access::Acteur& acteur, access::Permission permission) {
    switch (access::lien(permission, acteur.role)) {
        case access::Lien::sien:
            return Part{acteur.compte, {}};
        case access::Lien::guichet:
            return Part{{}, acteur.guichet()};
        case access::Lien::ressort:
            return Part{{}, acteur.region};
        case access::Lien::depose:
        case access::Lien::tous:
            return Part{};
        default:
            return std::nullopt;
    }
}

}  // namespace grappe::convention
