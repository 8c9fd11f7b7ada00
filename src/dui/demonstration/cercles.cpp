// A referent, then every other account that writes of daily life there; the last one is restricted.
#include "dui/demonstration/cercles.hpp"

#include "dui/cercle/cercle.hpp"

namespace grappe::demonstration {
namespace {

core::Result<void> nommer(const Vie& vie, const cercle::Tenue& tenue) {
    const auto* referent = vie.qui_ecrit(partage::Classe::projet);
    for (const auto& qui : vie.professionnels) {
        const bool la =
            qui.peut_a(access::Permission::dossier_usager_ecrire, vie.ici.finess_et.text());
        if (!la || !qui.ecrit(partage::Classe::quotidien)) continue;
        const auto titre = &qui == referent ? cercle::Titre::referent : cercle::Titre::membre;
        if (const auto fait = cercle::nommer(vie.db, tenue, qui.acteur.compte, titre); !fait)
            return fait;
    }
    return {};
}

}  // namespace

core::Result<std::int64_t> entourer_d_un_cercle(const Vie& vie) {
    const auto* qui =
        vie.premier(access::Permission::cercle_tenir, [](const auto&) { return true; });
    std::int64_t cercles = 0;
    if (qui == nullptr) return cercles;
    std::string derniere;
    for (const auto& personne : vie.ici.personnes) {
        if (!vie.objectifs.contains(personne)) continue;
        if (const auto fait = nommer(vie, {*qui, vie.ici.maintenant, vie.ici.finess_et, personne});
            !fait)
            return fait.error();
        derniere = personne;
        ++cercles;
    }
    if (cercles == 0) return cercles;
    const auto restreint =
        cercle::etendre(vie.db, {*qui, vie.ici.maintenant, vie.ici.finess_et, derniere},
                        cercle::Etendue::restreint);
    if (!restreint) return restreint.error();
    return cercles;
}

}  // namespace grappe::demonstration
