// The sentence of a fault: where, what is wrong, how to mend it.
#include "saisie/faute.hpp"

namespace grappe::saisie {

Faute faute_de(const arbre::Faute& faute) {
    return {.ligne = faute.ligne,
            .chemin = {},
            .code = "saisie." + std::string{faute.code},
            .faits = {}};
}

std::string phrase(const Faute& faute, const rules::Phrases& phrases) {
    std::string sortie;
    if (faute.ligne > 0) sortie += "ligne " + std::to_string(faute.ligne) + ", ";
    if (!faute.chemin.empty()) sortie += faute.chemin;
    if (faute.chemin.empty() && faute.ligne > 0) sortie.resize(sortie.size() - 2);
    if (!sortie.empty()) sortie += "\u00a0: ";
    phrases.ajouter(sortie, faute.code, faute.faits);
    return sortie;
}

}  // namespace grappe::saisie
