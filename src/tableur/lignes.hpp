// Lists that people paste or drop: text, CSV or XLSX, recognised by content, as rows of cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace grappe::tableur {

using Ligne = std::vector<std::string>;  // cells as UTF-8 text, trimmed; numbers as typed
using Lignes = std::vector<Ligne>;       // empty rows are kept: a row's index is its line

// Bounds of what is read: beyond, a refusal and never a hang.
inline constexpr std::size_t octets_au_plus = 8u << 20;           // of the file
inline constexpr std::size_t octets_deplies_au_plus = 64u << 20;  // of an XLSX's parts together
inline constexpr std::size_t lignes_au_plus = 20'000;
inline constexpr std::size_t colonnes_au_plus = 200;
// Empty cells before the last one of a row count: a row may be almost nothing but them.
inline constexpr std::size_t cellules_au_plus = 1'000'000;
// Of all cells: one shared text may be shown by every cell of a workbook.
inline constexpr std::size_t octets_des_cellules_au_plus = 16u << 20;

// Codes: "tableur.trop_grand", "tableur.xlsx_illisible", "tableur.format_inconnu",
// "tableur.encodage".
core::Result<Lignes> lire_lignes(std::string_view octets);

core::Result<Lignes> lire_xlsx(std::string_view octets);   // first sheet that has a cell
core::Result<Lignes> lire_texte(std::string_view octets);  // separator found: ; tab , or spaces

}  // namespace grappe::tableur
