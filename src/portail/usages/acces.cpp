// Who may read a report, or act on it.
#include "portail/usages/acces.hpp"

#include <algorithm>
#include <set>

#include "portail/teleservice/dossier_repository.hpp"
#include "portail/usages/usages_repository.hpp"

namespace grappe::usages {
namespace {

using access::Permission;

// A member reads its part of a dossier; a report shows the whole: see part.hpp.
bool permet(storage::Reader& db, const Demandeur& qui, const std::string& id,
            Permission permission) {
    const auto dossier = teleservice::trouver(db, id);
    return dossier && !teleservice::est_seulement_membre(qui, *dossier) &&
           access::peut(qui.acteur, permission, dossier->portee());
}

}  // namespace

core::Result<RapportRecu> demander_le_rapport(storage::Reader& db, const Demandeur& qui,
                                              std::string_view id, Permission permission) {
    auto rapport = trouver(db, id);
    if (!rapport) return core::refuse(core::Reason::not_found, "usages.inconnu");
    std::set<std::string> dossiers;
    for (const auto& ligne : rapport->lignes) dossiers.insert(ligne.dossier);
    const auto un_permet = [&](Permission quoi) {
        return std::ranges::any_of(
            dossiers, [&](const std::string& un) { return permet(db, qui, un, quoi); });
    };
    if (!un_permet(Permission::usage_lire))
        return core::refuse(core::Reason::not_found, "usages.inconnu");
    if (!un_permet(permission)) return core::refuse(core::Reason::forbidden, "usages.interdit");
    return *std::move(rapport);
}

std::string objet_du_journal(std::string_view rapport) {
    return "rapport-usage:" + std::string{rapport};
}

}  // namespace grappe::usages
