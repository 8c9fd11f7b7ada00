// Who reads and who makes the orders of a desk. Rights matrix, section 6: the agency decides the
// payments and orders them; who stamps the expenses reads what was ordered, and does not pay.
#include "access/matrice.hpp"
#include "identity/connexion.hpp"
#include "portail/ordre/emission.hpp"

namespace grappe::ordre {
namespace {

using access::Permission;

access::Portee portee(std::string_view guichet) {
    return {.porteur = {},
            .membres = {},
            .invites = {},
            .guichet = guichet,
            .avancement = access::Avancement::recevable};
}

// The desk whose orders are read; empty: every one.
std::optional<std::string_view> guichet_lu(const access::Acteur& acteur) {
    switch (access::lien(Permission::ordre_lire, acteur.role)) {
        case access::Lien::guichet:
            return acteur.guichet();
        case access::Lien::ressort:
            return acteur.region;
        case access::Lien::depose:
            return std::string_view{};
        default:
            return std::nullopt;
    }
}

}  // namespace

bool peut_emettre(const Demandeur& qui, std::string_view guichet) {
    return access::peut(qui.acteur, Permission::ordre_emettre, portee(guichet));
}

std::vector<Candidat> qui_attendent(storage::Reader& db, const Demandeur& qui) {
    if (peut_emettre(qui, qui.acteur.guichet())) return candidats(db, qui.acteur.guichet());
    const auto lu = guichet_lu(qui.acteur);
    return lu ? candidats(db, *lu) : std::vector<Candidat>{};
}

std::vector<Resume> lister_pour(storage::Reader& db, const Demandeur& qui) {
    const auto lu = guichet_lu(qui.acteur);
    return lu ? lister(db, *lu) : std::vector<Resume>{};
}

core::Result<Ordre> lire(storage::Reader& db, const Demandeur& qui, std::string_view id) {
    auto ordre = trouver(db, id);
    if (!ordre || !access::peut(qui.acteur, Permission::ordre_lire, portee(ordre->guichet)))
        return core::refuse(core::Reason::not_found, "ordre.inconnu");
    return *std::move(ordre);
}

core::Result<void> confirmer(const identity::Moyens& moyens, const Demandeur& qui,
                             const secret::Secret& mot_de_passe) {
    if (!peut_emettre(qui, qui.acteur.guichet()))
        return core::refuse(core::Reason::forbidden, "ordre.interdit");
    const auto juste = identity::confirmer_mot_de_passe(moyens, qui.acteur.compte, mot_de_passe);
    if (!juste) return juste.error();
    return {};
}

}  // namespace grappe::ordre
