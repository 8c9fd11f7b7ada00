// The passages of a status.
#include "dui/evaluation/evaluation.hpp"

namespace grappe::evaluation {

core::Result<Statut> passer(Statut de, Statut vers, bool est_complete) {
    std::string permis;
    for (const auto& passage : passages) {
        if (passage.de != de) continue;
        if (passage.vers != vers) {
            permis.append(permis.empty() ? "" : ", ").append(core::name_of(passage.vers));
            continue;
        }
        if (passage.complete && !est_complete)
            return core::refuse(core::Reason::rule_not_met, "evaluation.incomplete");
        return vers;
    }
    return core::refuse(core::Reason::conflict, "evaluation.passage",
                        permis.empty() ? "aucun" : permis);
}

}  // namespace grappe::evaluation
