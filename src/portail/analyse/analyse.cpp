// The whole answer: findings of receivability and of the subsidy joined, outcome, steps,
// neighbours.
#include "portail/analyse/analyse.hpp"

#include <utility>

#include "portail/analyse/issue.hpp"
#include "portail/analyse/seuils.hpp"
#include "portail/analyse/trace.hpp"

namespace grappe::analyse {
namespace {

using Constats = std::vector<rules::Constat>;

// Both lists are in catalogue order; GRP-09 and DOC-17 fall between those of receivability. From
// the end, in place: most findings do not move.
void joindre(Constats& constats, Constats autres) {
    auto reste = constats.size();
    constats.resize(reste + autres.size());
    auto place = constats.end();
    while (!autres.empty()) {
        if (reste > 0 && autres.back().regle < constats[reste - 1].regle) {
            *--place = std::move(constats[--reste]);
        } else {
            *--place = std::move(autres.back());
            autres.pop_back();
        }
    }
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
    analyse.constats = std::exchange(recevabilite.constats, {});
    joindre(analyse.constats, std::move(montants));
    if (analyse.subvention) analyse.subvention->constats.clear();
    analyse.issue = issue(recevabilite, analyse.constats);
    analyse.trace = trace({dossier, appel, referentiels, recevabilite});
    return analyse;
}

Analyse analyser(const dossier::DossierResolu& dossier, const programme::Appel& appel,
                 const dossier::Referentiels& referentiels, const rules::Phrases& phrases) {
    auto analyse = analyser(dossier, appel, referentiels);
    const auto& subvention = analyse.subvention;
    const Voisinage voisinage{{dossier, appel, referentiels, analyse.recevabilite},
                              subvention ? std::optional{subvention->total} : std::nullopt};
    analyse.seuils = dire(voisins(voisinage), phrases);
    return analyse;
}

}  // namespace grappe::analyse
