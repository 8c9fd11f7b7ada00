// What each reader sees of a dossier.
#include "portail/teleservice/lecture.hpp"

#include <algorithm>

#include "portail/teleservice/complement_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/piece_repository.hpp"
#include "portail/teleservice/regles_appliquees.hpp"

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

// `etat_en_place(dossier, rules, instant)` judges the content in place.
template <class Juger>
core::Result<Vue> voir(storage::Reader& db, const Demandeur& qui, const AVoir& a_voir,
                       Juger&& etat_en_place) {
    const auto& [id, regles] = a_voir;
    auto dossier = demander(db, qui, id, Permission::dossier_lire);
    if (!dossier) return dossier.error();
    auto depot = dernier_depot(db, dossier->id);
    if (ecrit_ici(qui, *dossier) || !depot) {
        // Once a desk has taken it, its window is no more the question: it was deposited in time.
        const bool pris = depot && !suite(dossier->statut, Acte::deposer);
        const auto instant = pris ? depot->depose_le : qui.maintenant;
        const auto appliquees = pris ? moyens_du_depot(db, *depot, regles) : regles;
        return Vue{etat_en_place(*dossier, appliquees, instant), std::move(depot), instant};
    }
    auto etat = etat_depose(db, *dossier, regles, *depot);
    const auto instant = depot->depose_le;
    return Vue{std::move(etat), std::move(depot), instant};
}

}  // namespace

core::Result<Vue> lire(storage::Reader& db, const Demandeur& qui, std::string_view id,
                       const socle::Moyens& regles) {
    return voir(db, qui, {id, regles},
                [&](const Dossier& dossier, const socle::Moyens& appliquees,
                    core::Instant instant) { return etat_de(db, dossier, appliquees, instant); });
}

core::Result<Vue> lire(storage::Reader& db, const Demandeur& qui, Relecture relecture,
                       const socle::Moyens& regles) {
    return voir(
        db, qui, {relecture.id, regles},
        [&](const Dossier& dossier, const socle::Moyens& appliquees, core::Instant instant) {
            if (dossier.version != relecture.version)
                return etat_de(db, dossier, appliquees, instant);
            return etat_de(db, Redige{dossier, std::move(relecture.contenu)}, appliquees, instant);
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
