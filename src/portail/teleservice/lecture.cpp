// What each reader sees of a dossier.
#include "portail/teleservice/lecture.hpp"

#include <algorithm>

#include "portail/teleservice/complement_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/piece_repository.hpp"

namespace grappe::teleservice {
namespace {

using access::Permission;

bool ecrit_ici(const Demandeur& qui, const Dossier& dossier) {
    return access::peut(qui.acteur, Permission::dossier_ecrire, dossier.portee());
}

std::vector<Dossier> de_l_acteur(storage::Reader& db, const access::Acteur& acteur) {
    using enum access::Role;
    if (acteur.role == porteur || acteur.role == grades || acteur.role == collectif) {
        auto dossiers = dossiers_du_compte(db, acteur.compte);
        for (auto& dossier : dossiers_soutenus(db, acteur.compte))
            dossiers.push_back(std::move(dossier));
        return dossiers;
    }
    if (acteur.role == access::Role::national) return dossiers_deposes(db);
    return dossiers_du_guichet(db, acteur.guichet());
}

struct AVoir {
    std::string_view id;
    const socle::Moyens& regles;
};

// `en_place(dossier)` answers what who writes it reads.
template <class EnPlaceDe>
core::Result<Vue> voir(storage::Reader& db, const Demandeur& qui, const AVoir& a_voir,
                       EnPlaceDe&& en_place) {
    const auto& [id, regles] = a_voir;
    auto dossier = demander(db, qui, id, Permission::dossier_lire);
    if (!dossier) return dossier.error();
    auto depot = ecrit_ici(qui, *dossier) ? std::optional<Depot>{} : dernier_depot(db, dossier->id);
    if (!depot) {
        auto lu = en_place(*dossier);
        return Vue{std::move(lu.etat), std::move(lu.depot), lu.instant};
    }
    auto etat = etat_depose(db, *dossier, regles, *depot);
    const auto instant = depot->depose_le;
    return Vue{std::move(etat), std::move(depot), instant};
}

}  // namespace

core::Result<Vue> lire(storage::Reader& db, const Demandeur& qui, std::string_view id,
                       const socle::Moyens& regles) {
    return voir(db, qui, {id, regles}, [&](const Dossier& dossier) {
        return etat_en_place(db, dossier, regles, qui.maintenant);
    });
}

core::Result<Vue> lire(storage::Reader& db, const Demandeur& qui, Relecture relecture,
                       const socle::Moyens& regles) {
    return voir(db, qui, {relecture.id, regles}, [&](const Dossier& dossier) {
        if (dossier.version != relecture.version)
            return etat_en_place(db, dossier, regles, qui.maintenant);
        return etat_en_place(db, Redige{dossier, std::move(relecture.contenu)}, regles,
                             qui.maintenant);
    });
}

std::vector<Dossier> lister(storage::Reader& db, const Demandeur& qui, const std::string& statut) {
    auto dossiers = de_l_acteur(db, qui.acteur);
    std::erase_if(dossiers, [&](const Dossier& dossier) {
        return (!statut.empty() && core::name_of(dossier.statut) != statut) ||
               !access::peut(qui.acteur, Permission::dossier_lire, dossier.portee());
    });
    return dossiers;
}

core::Result<Historique> historique(storage::Reader& db, const Demandeur& qui,
                                    std::string_view id) {
    const auto dossier = demander(db, qui, id, Permission::dossier_lire);
    if (!dossier) return dossier.error();
    Historique histoire{versions(db, id), passages(db, id), depots(db, id), interventions(db, id),
                        vues_du_porteur(instructions_nationales(db, id))};
    if (ecrit_ici(qui, *dossier)) return histoire;
    const int corrigee =
        histoire.depots.empty() ? 0 : version_en_vigueur(db, histoire.depots.back());
    std::erase_if(histoire.versions, [&](const Version& version) {
        return version.numero != corrigee &&
               std::none_of(histoire.depots.begin(), histoire.depots.end(),
                            [&](const Depot& depot) { return depot.version == version.numero; });
    });
    return histoire;
}

core::Result<std::string> lire_version(storage::Reader& db, const Demandeur& qui,
                                       std::string_view id, std::string_view version) {
    const auto histoire = historique(db, qui, id);
    if (!histoire) return histoire.error();
    for (const auto& une : histoire->versions)
        if (std::to_string(une.numero) == version) return *contenu(db, id, une.numero);
    return core::refuse(core::Reason::not_found, "dossier.version_inconnue");
}

}  // namespace grappe::teleservice
