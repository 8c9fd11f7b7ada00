// FIN-06 to FIN-08: the specific aid of small bodies (hardware, AMOA) and its ceiling.
#pragma once

#include <optional>
#include <vector>

#include "portail/subvention/organismes.hpp"

namespace grappe::subvention {

struct Specifique {
    // Why the AMOA is granted or not (FIN-07, AMB-06).
    enum class Amoa { non_prevue, non_demandee, accordee, aucun_petit, mixte, tailles_inconnues };

    core::Money materiel_demande;  // of small bodies
    Amoa etat_amoa = Amoa::non_prevue;
    core::Money amoa_demandee;           // granted but for the ceiling
    std::optional<core::Money> plafond;  // none: the call has no ceiling
    core::Money materiel, amoa;          // granted

    core::Money demande() const { return materiel_demande + amoa_demandee; }
    core::Money total() const { return materiel + amoa; }
};

Specifique calculer_specifique(const Base& base, const Choix& choix, core::Money forfaits);

struct SpecifiqueDeLigne {
    core::Money materiel;
    core::Money amoa;
};

// The lines of the aid granted, in input order.
std::vector<SpecifiqueDeLigne> repartir(const Specifique& specifique, const Base& base,
                                        const std::vector<Taille>& tailles);

}  // namespace grappe::subvention
