// Classeur: an XLSX workbook written in memory. Texts never become formulas.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/money.hpp"

namespace grappe::exportation {

using Cellule = std::variant<std::string, core::Money, int>;

class Classeur {
public:
    Classeur();
    ~Classeur();
    Classeur(const Classeur&) = delete;
    Classeur& operator=(const Classeur&) = delete;

    // A sheet with a bold frozen head; `largeurs` in characters, one a column.
    void feuille(std::string_view nom, const std::vector<std::string>& entete,
                 const std::vector<int>& largeurs);
    void rangee(const std::vector<Cellule>& cellules);  // in the last sheet
    std::string octets() &&;

private:
    struct Interieur;

    std::unique_ptr<Interieur> interieur_;
};

}  // namespace grappe::exportation
