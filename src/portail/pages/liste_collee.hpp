// Liste collée: establishments found in rows that people paste or drop (text, CSV, XLSX). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/finess.hpp"
#include "portail/programme/bareme.hpp"
#include "tableur/lignes.hpp"

namespace grappe::pages {

struct LigneCollee {
    int numero;         // of the row, from 1
    std::string brute;  // the cells as received, tabs between
    std::optional<core::Finess> finess;
    bool zero_remis = false;  // eight digits: the leading zero was put back
    std::optional<programme::Regime> regime;
    std::string faute;  // code of locale/fr.txt when there is no number
};

// One element a row that is neither empty, nor a head, nor above one. In a table with a head, the
// column is the one whose title speaks of FINESS and of the establishment; elsewhere, the first
// cell of the row that is a number with a right key, else the first that looks like a number.
std::vector<LigneCollee> lire_liste(const tableur::Lignes& lignes);

}  // namespace grappe::pages
