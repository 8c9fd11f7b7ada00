// For the fuzz targets: what is read from any bytes keeps the promises of the reader.
#pragma once

#include <string_view>

#include "core/ensure.hpp"
#include "core/texte.hpp"
#include "tableur/lignes.hpp"

namespace grappe::tableur {

inline void eprouver(std::string_view octets) {
    const auto lignes = lire_lignes(octets);
    if (!lignes) return core::ensure(!lignes.error().code.empty(), "a refusal has a code");
    core::ensure(lignes->size() <= lignes_au_plus, "bounded rows");
    std::size_t cellules = 0, lus = 0;
    for (const auto& ligne : *lignes) {
        core::ensure(ligne.size() <= colonnes_au_plus, "bounded columns");
        core::ensure(ligne.empty() || !ligne.back().empty(), "no empty cell ends a row");
        cellules += ligne.size();
        for (const auto& cellule : ligne) {
            core::ensure(core::is_utf8(cellule), "cells are UTF-8");
            lus += cellule.size();
        }
    }
    core::ensure(cellules <= cellules_au_plus, "bounded cells");
    core::ensure(lus <= octets_des_cellules_au_plus, "bounded texts");
}

}  // namespace grappe::tableur
