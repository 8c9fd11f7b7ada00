// Which fact of a record decides: of each kind, the one nearest to counting, whatever their order.
#pragma once

#include <tuple>
#include <vector>

#include "usage/dossier_mesure.hpp"

namespace grappe::usage {

// A stay and the three readings of the persons accompanied.
bool dans_la_fenetre(const Sejour& sejour, const Fenetre& fenetre);
bool present(const Sejour& sejour, const Fenetre& fenetre);  // on the measured day
bool dans_la_file_active(const Sejour& sejour, const Fenetre& fenetre);

// One fact alone: nothing when it counts.
Refus juger(const Modification& modification, const Fenetre& fenetre);
Refus juger(const Projet& projet, const Fenetre& fenetre);
Refus juger(const Evenement& evenement, const Fenetre& fenetre);
Refus juger(const EnvoiMss& envoi, const Fenetre& fenetre);
Refus juger(const AlimentationDmp& alimentation, const Fenetre& fenetre);

// What is said where there is no fact at all.
constexpr Motif absence(const Modification*) { return Motif::sans_modification; }
constexpr Motif absence(const Projet*) { return Motif::projet_absent; }
constexpr Motif absence(const Evenement*) { return Motif::evenement_absent; }
constexpr Motif absence(const EnvoiMss*) { return Motif::envoi_absent; }
constexpr Motif absence(const AlimentationDmp*) { return Motif::dmp_absent; }

// The order of facts that weigh the same: the choice does not hang on the order they came in.
inline auto cle(const Sejour& un) { return std::tuple{un.entree, un.sortie, un.projet_possible}; }
inline auto cle(const Modification& une) { return std::tuple{une.le, une.automatique}; }
inline auto cle(const Projet& un) { return std::tuple{un.du, un.au, un.statut}; }
inline auto cle(const Evenement& un) { return std::tuple{un.debut, un.fin, un.statut}; }
inline auto cle(const EnvoiMss& un) { return std::tuple{un.le, un.echec}; }
inline auto cle(const AlimentationDmp& une) { return std::tuple{une.le, une.issue}; }

template <class Fait>
struct Temoin {
    Refus refus = absence(static_cast<const Fait*>(nullptr));
    const Fait* fait = nullptr;  // nothing where no fact bears on the answer
};

template <class Fait>
Temoin<Fait> temoin(const std::vector<Fait>& faits, const Fenetre& fenetre) {
    Temoin<Fait> meilleur;
    for (const auto& fait : faits) {
        const auto refus = juger(fait, fenetre);
        const bool egal = meilleur.fait != nullptr && refus == meilleur.refus;
        if (refus < meilleur.refus || (egal && cle(fait) < cle(*meilleur.fait)))
            meilleur = {refus, &fait};
    }
    return meilleur;
}

}  // namespace grappe::usage
