// Records made at random, their facts on and about the edges of the window of 30 September 2024.
#pragma once

#include <random>

#include "usage/cas_pour_tests.hpp"

namespace grappe::usage {

class Hasard {
public:
    explicit Hasard(unsigned graine) : suite_{graine} {}
    int sous(int borne) { return static_cast<int>(suite_() % static_cast<unsigned>(borne)); }
    bool une_fois_sur(int combien) { return sous(combien) == 0; }
    core::Date un_jour() { return jour("2023-10-01").plus_days(sous(400)); }
    core::Instant un_instant() {
        // Often at an edge of the window.
        const auto bord =
            instant(une_fois_sur(2) ? "2024-06-29T22:00:00Z" : "2024-09-29T22:00:00Z");
        if (une_fois_sur(3))
            return core::Instant::of(bord.utc() + std::chrono::seconds{sous(3) - 1});
        return core::Instant::of(un_jour().days() + std::chrono::seconds{sous(86'400)});
    }
    std::optional<core::Date> une_fin(core::Date debut) {
        if (une_fois_sur(3)) return std::nullopt;
        return debut.plus_days(sous(200));
    }
    template <class Ajouter>
    void quelques(int au_plus, Ajouter ajouter) {
        for (int combien = sous(au_plus + 1); combien > 0; --combien) ajouter();
    }

private:
    std::mt19937 suite_;
};

inline DossierMesure un_dossier(Hasard& hasard) {
    DossierMesure dossier;
    hasard.quelques(3, [&] {
        const auto entree = hasard.un_jour();
        dossier.sejours.push_back({entree, hasard.une_fin(entree), !hasard.une_fois_sur(3)});
    });
    hasard.quelques(3, [&] {
        dossier.modifications.push_back({hasard.un_instant(), hasard.une_fois_sur(2)});
    });
    hasard.quelques(3, [&] {
        const auto du = hasard.un_jour();
        dossier.projets.push_back(
            {static_cast<StatutDeProjet>(hasard.sous(4)), du, hasard.une_fin(du)});
    });
    hasard.quelques(3, [&] {
        const auto debut = hasard.un_instant();
        dossier.evenements.push_back(
            {debut, core::Instant::of(debut.utc() + std::chrono::hours{hasard.sous(50)}),
             static_cast<StatutDEvenement>(hasard.sous(5))});
    });
    hasard.quelques(4, [&] {
        dossier.envois.push_back({hasard.un_instant(), hasard.une_fois_sur(2)});
    });
    hasard.quelques(2, [&] {
        dossier.alimentations.push_back(
            {hasard.un_instant(), static_cast<IssueDuDmp>(hasard.sous(2))});
    });
    hasard.quelques(4, [&] { dossier.eprescription.le.push_back(hasard.un_instant()); });
    hasard.quelques(4, [&] { dossier.eparcours.le.push_back(hasard.un_instant()); });
    return dossier;
}

}  // namespace grappe::usage
