// Records as rows, random, on and about the edges of a window.
#pragma once

#include <array>
#include <random>
#include <vector>

#include "dui/indicateur/comptage.hpp"

namespace grappe::indicateur {

struct Hasard {
    std::mt19937_64 source;

    std::int64_t entre(std::int64_t de, std::int64_t a) {
        return de + static_cast<std::int64_t>(source() % static_cast<std::uint64_t>(a - de + 1));
    }
    bool une_fois_sur(int n) { return entre(1, n) == 1; }
};

// Days on and about the edges of the window and of the year.
inline std::int64_t un_jour(Hasard& hasard, const Bornes& bornes) {
    const std::array bords{bornes.premier_jour, bornes.jour, bornes.premier_janvier};
    return bords[static_cast<std::size_t>(hasard.entre(0, 2))] + hasard.entre(-2, 2);
}

inline std::int64_t un_instant(Hasard& hasard, const Bornes& bornes) {
    const std::array bords{bornes.ouvre, bornes.ferme};
    constexpr std::int64_t secondes_par_jour = 86'400;
    if (hasard.une_fois_sur(4)) return bornes.ouvre + hasard.entre(-200, 300) * secondes_par_jour;
    return bords[static_cast<std::size_t>(hasard.entre(0, 1))] + hasard.entre(-2, 2);
}

inline fait::Etat un_etat(Hasard& hasard, fait::Type type) {
    if (type == fait::Type::modification)
        return hasard.une_fois_sur(2) ? fait::Etat::automatique : fait::Etat::aucun;
    if (type == fait::Type::envoi_mss)
        return hasard.une_fois_sur(2) ? fait::Etat::echec : fait::Etat::aucun;
    std::vector<fait::Etat> admis{};
    for (const auto& nomme : names(fait::Etat{}))
        if (fait::admet(type, nomme.value)) admis.push_back(nomme.value);
    if (admis.empty()) return fait::Etat::aucun;
    return admis[static_cast<std::size_t>(
        hasard.entre(0, static_cast<std::int64_t>(admis.size()) - 1))];
}

inline colonnes::Rangee une_rangee(Hasard& hasard, fait::Type type, const Bornes& bornes) {
    const bool en_jours = fait::unite_de(type) == fait::Unite::jour;
    colonnes::Rangee rangee{};
    rangee.debut = en_jours ? un_jour(hasard, bornes) : un_instant(hasard, bornes);
    rangee.fin = en_jours ? un_jour(hasard, bornes) : un_instant(hasard, bornes);
    if (rangee.fin < rangee.debut) std::swap(rangee.debut, rangee.fin);
    const bool finit =
        type == fait::Type::sejour || type == fait::Type::projet || type == fait::Type::evenement;
    if (!finit || (en_jours && hasard.une_fois_sur(3))) rangee.fin = colonnes::sans_fin;
    rangee.etat = static_cast<unsigned char>(un_etat(hasard, type)) & 0xFFU;
    rangee.projet_impossible = type == fait::Type::sejour && hasard.une_fois_sur(4);
    rangee.de = static_cast<std::uint32_t>(hasard.entre(1, 3));
    rangee.jusque = hasard.une_fois_sur(4) ? rangee.de + 1 : colonnes::toujours;
    return rangee;
}

// The rows of one record; `plages` looks into `rangees`.
struct DossierEnRangees {
    DossierEnRangees(Hasard& hasard, const Bornes& bornes) {
        for (std::size_t n = 0; n < fait::types; ++n) {
            const auto type = static_cast<fait::Type>(n);
            const auto combien = hasard.entre(0, 3);
            for (int k = 0; k < combien; ++k)
                rangees[n].push_back(une_rangee(hasard, type, bornes));
            colonnes::trier(type, rangees[n]);
            plages[n] = rangees[n];
        }
    }
    DossierEnRangees(const DossierEnRangees&) = delete;
    DossierEnRangees& operator=(const DossierEnRangees&) = delete;

    std::array<std::vector<colonnes::Rangee>, fait::types> rangees;
    colonnes::Plages plages;
};

}  // namespace grappe::indicateur
