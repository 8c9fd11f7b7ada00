// The sentence of a fault: where, what is wrong, how to mend it.
#include "portail/programme/defaut.hpp"

namespace grappe::programme {

std::string phrase(const Defaut& defaut, const rules::Phrases& phrases) {
    std::string sortie = defaut.fichier;
    if (defaut.ligne > 0) {
        sortie += ':' + std::to_string(defaut.ligne);
        sortie += ':' + std::to_string(defaut.colonne);
    }
    sortie += ": ";
    if (!defaut.chemin.empty()) sortie += defaut.chemin + ": ";
    phrases.ajouter(sortie, "programme.defaut." + std::string{defaut.code}, defaut.faits);
    sortie += ' ';
    phrases.ajouter(sortie, "programme.remede." + std::string{defaut.code}, defaut.faits);
    return sortie;
}

}  // namespace grappe::programme
