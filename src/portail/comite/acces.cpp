// Who may touch a committee, and whether it is still open.
#include "portail/comite/acces.hpp"

#include "portail/comite/comite_repository.hpp"
#include "portail/teleservice/journal.hpp"

namespace grappe::comite {
namespace {

using access::Permission;

// A committee is of its desk, as a receivable dossier is: its members read nothing else.
access::Portee portee(const Comite& comite) {
    return {.porteur = {},
            .membres = {},
            .invites = {},
            .guichet = comite.guichet,
            .avancement = access::Avancement::recevable};
}

core::Refusal perimee(const Comite& comite) {
    return core::refuse(core::Reason::conflict, "comite.version_perimee",
                        std::to_string(comite.version));
}

}  // namespace

core::Result<Comite> demander_le_comite(storage::Reader& db, const Demandeur& qui,
                                        std::string_view id, Permission permission) {
    auto comite = trouver(db, id);
    if (!comite || !access::peut(qui.acteur, Permission::avis_rendre, portee(*comite)))
        return core::refuse(core::Reason::not_found, "comite.inconnu");
    if (!access::peut(qui.acteur, permission, portee(*comite)))
        return core::refuse(core::Reason::forbidden, "comite.interdit");
    return *std::move(comite);
}

core::Result<Comite> demander_ouvert(storage::Reader& db, const Demandeur& qui, const Vise& vise,
                                     Permission permission) {
    auto comite = demander_le_comite(db, qui, vise.comite, permission);
    if (!comite) return comite;
    if (comite->notifie_le) return core::refuse(core::Reason::conflict, "comite.notifie");
    if (vise.vu && *vise.vu != comite->version) return perimee(*comite);
    return comite;
}

core::Result<Comite> ouvrir(storage::Writer& db, const Demandeur& qui, const Vise& vise,
                            Permission permission) {
    auto comite = demander_ouvert(db, qui, vise, permission);
    if (!comite) return comite;
    if (!avancer(db, *comite)) return perimee(*comite);
    auto ouvert = *std::move(comite);
    ++ouvert.version;
    return ouvert;
}

std::string objet_du_journal(const Comite& comite) { return "comite:" + comite.id; }

void noter(storage::Writer& db, const Demandeur& qui, const Comite& comite, const Ligne& ligne) {
    teleservice::noter(db, qui, {ligne.acte, objet_du_journal(comite), ligne.detail});
}

void noter_le_refus(storage::Base& base, const Demandeur& qui, const ActeRefuse& refuse) {
    teleservice::noter_le_refus(
        base, qui, {refuse.acte, "comite:" + std::string{refuse.comite}, refuse.refus.code});
}

}  // namespace grappe::comite
