// The whole answer: findings of receivability and of the subsidy joined, outcome, steps,
// neighbours.
#include "portail/analyse/analyse.hpp"

#include <algorithm>
#include <iterator>

#include "portail/analyse/issue.hpp"
#include "portail/analyse/seuils.hpp"
#include "portail/analyse/trace.hpp"

namespace grappe::analyse {
namespace {

using Constats = std::vector<rules::Constat>;

// Both lists are in catalogue order; GRP-09 and DOC-17 fall between those of receivability.
Constats joindre(Constats recevabilite, Constats subvention) {
    Constats constats;
    constats.reserve(recevabilite.size() + subvention.size());
    std::merge(std::make_move_iterator(recevabilite.begin()),
               std::make_move_iterator(recevabilite.end()),
               std::make_move_iterator(subvention.begin()),
               std::make_move_iterator(subvention.end()), std::back_inserter(constats),
               [](const auto& a, const auto& b) { return a.regle < b.regle; });
    return constats;
}

}  // namespace

Analyse analyser(const dossier::DossierResolu& dossier, const programme::Appel& appel,
                 const dossier::Referentiels& referentiels) {
    Analyse analyse{.issue = IssueDossier::incomplet,
                    .recevabilite = recevabilite::examiner(dossier, appel, referentiels),
                    .subvention = std::nullopt,
                    .constats = {},
                    .seuils = {},
                    .trace = {}};
    auto& recevabilite = analyse.recevabilite;
    analyse.subvention = subvention::calculer({dossier, appel, recevabilite.comptes});
    auto montants = analyse.subvention ? std::move(analyse.subvention->constats)
                                       : subvention::constats_sans_montants(appel);
    analyse.constats = joindre(std::move(recevabilite.constats), std::move(montants));
    recevabilite.constats.clear();
    if (analyse.subvention) analyse.subvention->constats.clear();
    analyse.issue = issue(recevabilite, analyse.constats);
    analyse.trace = trace({dossier, appel, referentiels, recevabilite});
    return analyse;
}

Analyse analyser(const dossier::DossierResolu& dossier, const programme::Appel& appel,
                 const dossier::Referentiels& referentiels, const rules::Phrases& phrases) {
    auto analyse = analyser(dossier, appel, referentiels);
    const Voisinage voisinage{{dossier, appel, referentiels, analyse.recevabilite}};
    analyse.seuils = dire(voisins(voisinage), phrases);
    return analyse;
}

}  // namespace grappe::analyse
