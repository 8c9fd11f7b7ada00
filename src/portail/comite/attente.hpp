// Liste d'attente: receivable dossiers that committees would have retained with more money, in the
// order of their ranks; and what of them holds in what is free, once money returns. Nothing decides
// but a committee: this proposes. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portail/enveloppe/grand_livre.hpp"

namespace grappe::comite {

struct EnAttente {
    std::string dossier, comite;
    int rang;             // given by that committee
    int apres;            // last move of the ledger when it was published
    core::Money montant;  // zero: the call gives no amounts
};

// The first that does not hold, and what it lacks once those before it are taken.
struct Arret {
    std::string dossier;
    core::Money manque;
};

// Ids of dossiers.
struct Tenue {
    std::vector<std::string> dans_l_ordre;  // as many as hold, none passed over
    std::optional<Arret> arret{};           // empty: the whole list holds
    std::vector<std::string> en_sautant{};  // of those after it, what holds in the rest

    bool vide() const { return dans_l_ordre.empty() && en_sautant.empty(); }
};
Tenue ce_qui_tient(const std::vector<EnAttente>& liste, core::Money libre);

// What returned to an envelope since it was told last, and what holds in all that is free now.
struct Reveil {
    int mouvement;  // the last that returned
    core::Money revenu, libre;
    Tenue tenue;
};

// Money that comes back by itself: released, recovered, ceded by another desk. What its own desk
// opens is no news to it.
bool revient(const enveloppe::Mouvement& mouvement, const enveloppe::Enveloppe& enveloppe);

// `dit`: the last move that was told; 0: none. Empty: nothing returned since, or nobody waited for
// it. Each move is of one waking.
std::optional<Reveil> reveiller(const enveloppe::Enveloppe& enveloppe,
                                const std::vector<enveloppe::Ecriture>& ecritures,
                                const std::vector<EnAttente>& liste, int dit);

}  // namespace grappe::comite
