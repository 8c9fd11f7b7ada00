// Classeur: an XLSX workbook written in memory. A text never becomes a formula: only what is said
// to be one is.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/date.hpp"
#include "core/instant.hpp"
#include "core/money.hpp"

namespace grappe::exportation {

enum class Nombre { euros, pour_cent, decimal, jour, mois };

// With its result, for programs that read without computing: cents, hundredths of a percent or of a
// unit.
struct Formule {
    std::string texte;  // "=SUM(B2:B9)"
    Nombre nombre;
    std::int64_t centiemes;
};
struct ACompleter {  // a marked cell, where people type
    std::string texte{};
    Nombre nombre = Nombre::euros;
};
struct Gras {
    std::string texte;
};
struct Centiemes {  // a number with two decimals
    std::int64_t valeur;
};

using Cellule =
    std::variant<std::string, core::Money, int, core::Date, Formule, ACompleter, Gras, Centiemes>;

class Classeur {
public:
    Classeur();
    Classeur(std::string_view titre, core::Instant cree_le);
    ~Classeur();
    Classeur(const Classeur&) = delete;
    Classeur& operator=(const Classeur&) = delete;

    // A sheet with a bold frozen head; `largeurs` in characters, one a column. It is printed on
    // its side, on one page of width.
    void feuille(std::string_view nom, const std::vector<std::string>& entete,
                 const std::vector<int>& largeurs);
    // The last sheet is printed on two pages of width, its first column on both.
    void imprimer_sur_deux_pages();
    void rangee(const std::vector<Cellule>& cellules);  // in the last sheet
    int prochaine_rangee() const;                       // as formulas number it, from 1
    // Cells of the last sheet are coloured where the formula holds, written for the first of them.
    void colorier(const std::string& plage, const std::string& formule);
    std::string octets() &&;

private:
    struct Interieur;

    std::unique_ptr<Interieur> interieur_;
};

}  // namespace grappe::exportation
