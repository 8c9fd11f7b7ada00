// Occurrences of series as events.
#include "dui/agenda/evenement.hpp"

namespace grappe::agenda {

core::Result<std::vector<Evenement>> deployer(std::span<const Modele> modeles,
                                              recurrence::Fenetre fenetre) {
    std::vector<Evenement> tous;
    for (const auto& modele : modeles) {
        const auto occurrences = recurrence::derouler(modele.serie, fenetre);
        if (!occurrences) return occurrences.error();
        for (const auto& une : *occurrences)
            tous.push_back({.id = modele.id + "@" + une.prevue.texte(),
                            .titre = modele.titre,
                            .de = une.de,
                            .a = une.a,
                            .participations = modele.participations});
    }
    return tous;
}

}  // namespace grappe::agenda
