// From an id to its milestones.
#include "portail/jalons/lecture.hpp"

#include <algorithm>
#include <iterator>

#include "portail/convention/argent_repository.hpp"
#include "portail/convention/avenant_repository.hpp"
#include "portail/convention/code.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/jalons/accord.hpp"
#include "portail/jalons/jalons_repository.hpp"
#include "portail/membres/part.hpp"
#include "portail/teleservice/complement_repository.hpp"
#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/membres_vus.hpp"
#include "portail/teleservice/regles_appliquees.hpp"

namespace grappe::jalons {
namespace {

using access::Permission;
using teleservice::Dossier;

struct Ecrit {
    teleservice::Depot depot;
    dossier::TexteLu contenu;
};

Ecrit ecrit_de(storage::Reader& db, const convention::Convention& convention) {
    auto depot = convention::depot_de(db, convention);
    const int version = teleservice::version_en_vigueur(db, depot);
    auto texte = teleservice::contenu(db, convention.dossier, version).value_or("{}");
    return {std::move(depot), dossier::TexteLu{std::move(texte)}};
}

Lu composer(storage::Reader& db, convention::Sujet sujet, const Ecrit& ecrit,
            const std::pair<const Moyens&, core::Instant>& a) {
    const auto& [moyens, maintenant] = a;
    const auto& appel = teleservice::appel_du_depot(db, sujet.dossier, ecrit.depot, moyens.regles);
    const auto versements = convention::versements_de(db, sujet.convention.id);
    const auto changements = convention::changements_en_effet(db, sujet.convention.id);
    auto accord =
        accord_de({sujet.convention, versements, appel, ecrit.depot, ecrit.contenu, changements});
    auto faits = faits_de(db, sujet.convention.id);
    const auto aujourd_hui = appel.fuseau.day_of(maintenant);
    auto suivi = calculer(accord, faits, aujourd_hui);
    auto nom = teleservice::nom_du_dossier(ecrit.contenu.texte(), sujet.dossier);
    return {.sujet = std::move(sujet),
            .numero = ecrit.depot.numero,
            .porteur = std::move(nom),
            .accord = std::move(accord),
            .faits = std::move(faits),
            .aujourd_hui = aujourd_hui,
            .suivi = std::move(suivi)};
}

std::set<std::string> siens_de(storage::Reader& db, const Demandeur& qui, const Dossier& dossier,
                               const std::pair<const Ecrit&, const Moyens&>& a) {
    const auto& [ecrit, moyens] = a;
    std::set<std::string> siens;
    const auto* arbre = ecrit.contenu.arbre();
    if (arbre == nullptr) return siens;
    const auto rattachements = teleservice::rattachements_de(*arbre, moyens.regles);
    for (const auto& membre : membres::membres_de(db, dossier.id)) {
        if (membre.compte != qui.acteur.compte) continue;
        const auto part = membres::part_de(*arbre, {membre.finess_ej.text()}, rattachements);
        siens.insert(part.essms.begin(), part.essms.end());
    }
    return siens;
}

std::optional<Auteur> auteur_de(const Demandeur& qui, const Dossier& dossier) {
    const auto portee = dossier.portee();
    if (access::peut(qui.acteur, Permission::convention_preparer, portee)) return Auteur::guichet;
    if (access::peut(qui.acteur, Permission::usage_declarer, portee)) return Auteur::porteur;
    return access::peut(qui.acteur, Permission::part_ecrire, portee) ? std::optional{Auteur::membre}
                                                                     : std::nullopt;
}

core::Result<convention::Sujet> acceder(storage::Reader& db, const Demandeur& qui,
                                        std::string_view id) {
    auto convention = convention::trouver(db, id);
    auto dossier = convention ? teleservice::trouver(db, convention->dossier) : std::nullopt;
    if (!dossier) return core::refuse(core::Reason::not_found, "convention.inconnue");
    if (access::peut(qui.acteur, Permission::convention_lire, dossier->portee()))
        return convention::Sujet{*std::move(convention), *std::move(dossier)};
    if (access::peut(qui.acteur, Permission::depenses_lire, dossier->portee()))
        return core::refuse(core::Reason::forbidden, "convention.interdite");
    return core::refuse(core::Reason::not_found, "convention.inconnue");
}

}  // namespace

bool Lu::vivant() const {
    const auto statut = sujet.dossier.statut;
    return statut == teleservice::Statut::conventionne || statut == teleservice::Statut::en_cours;
}

std::vector<Jalon> Lu::deploiements_vus() const {
    std::vector<Jalon> vus;
    std::ranges::copy_if(suivi.deploiements, std::back_inserter(vus),
                         [&](const Jalon& un) { return voit(un); });
    return vus;
}

std::vector<Fait> Lu::faits_vus() const {
    std::vector<Fait> vus;
    std::ranges::copy_if(faits, std::back_inserter(vus),
                         [&](const Fait& un) { return voit(un.finess_et); });
    return vus;
}

core::Result<Lu> lire(storage::Reader& db, const Demandeur& qui, std::string_view id,
                      const Moyens& moyens) {
    auto sujet = acceder(db, qui, id);
    if (!sujet) return sujet.error();
    const auto ecrit = ecrit_de(db, sujet->convention);
    auto lu = composer(db, *std::move(sujet), ecrit, {moyens, qui.maintenant});
    if (teleservice::est_seulement_membre(qui, lu.sujet.dossier))
        lu.siens = siens_de(db, qui, lu.sujet.dossier, {ecrit, moyens});
    lu.auteur = auteur_de(qui, lu.sujet.dossier);
    return lu;
}

Lu lire_pour_le_programme(storage::Reader& db, convention::Sujet sujet, const Moyens& moyens,
                          core::Instant maintenant) {
    const auto ecrit = ecrit_de(db, sujet.convention);
    return composer(db, std::move(sujet), ecrit, {moyens, maintenant});
}

}  // namespace grappe::jalons
