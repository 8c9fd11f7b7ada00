// Liste collée: establishments found in rows that people paste or drop (text, CSV, XLSX). Pure.
#pragma once

#include <functional>
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

// What the register says of a number.
enum class Nature { etablissement, entite_juridique, inconnue };
using Connaissance = std::function<Nature(const core::Finess&)>;

// The establishments of each row that is neither empty, nor a head, nor above one; a row that gives
// none is one element with its fault. In a table with a head, the column is the one whose title
// speaks of FINESS and of the establishment; elsewhere the numbers are looked for among the words,
// and the register tells an establishment from its legal entity.
std::vector<LigneCollee> lire_liste(const tableur::Lignes& lignes, const Connaissance& nature);

}  // namespace grappe::pages
