// Outcome of a dossier from its findings.
#include "portail/analyse/issue.hpp"

#include <algorithm>

namespace grappe::analyse {
namespace {

using rules::Issue;

bool sur_un_exclu(const rules::Constat& constat,
                  const std::vector<recevabilite::Exclusion>& exclus) {
    if (constat.objet.genre != rules::Objet::Genre::essms) return false;
    const auto place = std::partition_point(exclus.begin(), exclus.end(), [&](const auto& exclu) {
        return exclu.ligne < constat.objet.rang;
    });
    return place != exclus.end() && place->ligne == constat.objet.rang;
}

}  // namespace

IssueDossier issue(const recevabilite::Recevabilite& recevabilite,
                   const std::vector<rules::Constat>& constats) {
    if (recevabilite.bloque) return IssueDossier::irrecevable;
    bool a_apprecier = false;
    for (const auto& constat : constats) {
        const bool manque = constat.issue == Issue::manque;
        const bool ouvert =
            constat.issue == Issue::a_apprecier || constat.issue == Issue::non_defini;
        if ((!manque && !ouvert) || sur_un_exclu(constat, recevabilite.exclus)) continue;
        if (manque) return IssueDossier::incomplet;
        a_apprecier = true;
    }
    return a_apprecier ? IssueDossier::a_apprecier : IssueDossier::recevable;
}

}  // namespace grappe::analyse
