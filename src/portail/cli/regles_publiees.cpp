// One line on standard error for each digest.
#include "portail/cli/regles_publiees.hpp"

namespace grappe::cli {

void dire_les_illisibles(const Session& session, const std::vector<std::string>& empreintes) {
    for (const auto& empreinte : empreintes)
        ecrire(session.erreur,
               session.phrases.rendre("publication.illisible", {{"regles", empreinte}}) + "\n");
}

}  // namespace grappe::cli
