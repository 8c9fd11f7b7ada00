// What returned, and what holds in it.
#include "portail/comite/attente.hpp"

#include <algorithm>

namespace grappe::comite {

Tenue ce_qui_tient(const std::vector<EnAttente>& liste, core::Money libre) {
    Tenue tenue;
    for (const auto& un : liste) {
        const bool tient = un.montant <= libre;
        if (!tient && !tenue.arret) tenue.arret = {un.dossier, un.montant - libre};
        if (!tient) continue;
        (tenue.arret ? tenue.en_sautant : tenue.dans_l_ordre).push_back(un.dossier);
        libre = libre - un.montant;
    }
    return tenue;
}

bool revient(const enveloppe::Mouvement& mouvement, const enveloppe::Enveloppe& enveloppe) {
    return mouvement.genre != enveloppe::Genre::ouvrir && mouvement.vers.enveloppe == enveloppe &&
           mouvement.vers.compte == enveloppe::Compte::disponible;
}

std::optional<Reveil> reveiller(const enveloppe::Enveloppe& enveloppe,
                                const std::vector<enveloppe::Ecriture>& ecritures,
                                const std::vector<EnAttente>& liste, int dit) {
    if (liste.empty()) return std::nullopt;
    const auto depuis = std::max(dit, std::ranges::min(liste, {}, &EnAttente::apres).apres);
    enveloppe::Soldes soldes;
    Reveil reveil{.mouvement = 0, .revenu = {}, .libre = {}, .tenue = {}};
    for (const auto& [numero, mouvement, motif, par, faite_le] : ecritures) {
        soldes.relire(mouvement);
        if (numero <= depuis || !revient(mouvement, enveloppe)) continue;
        reveil.mouvement = numero;
        reveil.revenu += mouvement.montant;
    }
    if (reveil.mouvement == 0) return std::nullopt;
    reveil.libre = soldes.disponible(enveloppe);
    reveil.tenue = ce_qui_tient(liste, reveil.libre);
    return reveil;
}

}  // namespace grappe::comite
