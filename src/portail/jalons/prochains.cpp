// From rows of every agreement to the term of each, by the same computation as its own page.
#include "portail/jalons/prochains.hpp"

#include "portail/jalons/accord.hpp"
#include "portail/jalons/prochains_repository.hpp"
#include "portail/socle/figes.hpp"

namespace grappe::jalons {
namespace {

// What the milestones of the project are computed from; those of establishments bind nobody.
convention::Convention en_convention(const Vive& vive) {
    convention::Convention convention{.id = vive.id,
                                      .dossier = vive.dossier,
                                      .depot = 1,
                                      .regles = vive.regles,
                                      .forme = convention::Forme::ad_hoc,
                                      .accorde = {},
                                      .avance = {},
                                      .empreinte = {},
                                      .version = 1,
                                      .preparee_par = {},
                                      .preparee_le = vive.depose_le};
    for (const auto& secteur : vive.secteurs)
        convention.accorde.lignes.push_back({.finess_et = {}, .secteur = secteur});
    for (const auto partie : {convention::Partie::porteur, convention::Partie::ars})
        convention.signatures.push_back({.partie = partie,
                                         .mode = convention::Mode::electronique,
                                         .empreinte = {},
                                         .par = {},
                                         .signee_le = vive.signee_le});
    convention.fin_deploiement = vive.fin_deploiement;
    return convention;
}

std::optional<Jalon> prochain_de(const Vive& vive, const teleservice::Moyens& moyens,
                                 core::Instant maintenant) {
    const auto regles = socle::figes(moyens.regles, vive.regles);
    const auto* appel = regles.appel(vive.appel, vive.depose_le);
    if (appel == nullptr) return std::nullopt;
    const auto convention = en_convention(vive);
    const teleservice::Depot depot{.dossier = vive.dossier,
                                   .rang = 1,
                                   .numero = {},
                                   .version = 1,
                                   .depose_par = {},
                                   .depose_le = vive.depose_le,
                                   .niveau = vive.niveau,
                                   .financeur = {},
                                   .regles = vive.regles,
                                   .empreinte = {},
                                   .recepisse = {}};
    const dossier::TexteLu ecrit{vive.contenu};
    const auto accord = accord_de({convention, vive.versements, *appel, depot, ecrit, {}});
    const auto suivi = calculer(accord, vive.faits, appel->fuseau.day_of(maintenant));
    const auto* prochain = suivi.prochain_imperatif();
    return prochain == nullptr ? std::nullopt : std::optional{*prochain};
}

}  // namespace

Prochains prochains_imperatifs(storage::Reader& db, const teleservice::Demandeur& qui,
                               const teleservice::Moyens& moyens,
                               const convention::Fenetre& fenetre) {
    Prochains prochains;
    const auto part = convention::part_de(qui.acteur, access::Permission::convention_lire);
    if (!part) return prochains;
    for (const auto& vive : vives(db, *part, fenetre))
        if (auto prochain = prochain_de(vive, moyens, qui.maintenant))
            prochains.emplace(vive.id, *std::move(prochain));
    return prochains;
}

}  // namespace grappe::jalons
