// Types of documents: the national codes of the sector, and which class of data each one is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "dui/partage/partage.hpp"

namespace grappe::document {

struct Type {
    std::string code, jeu;  // "80788-3" of LOINC, "ATTEST-HEBGT" of TRE_A05
    std::string libelle;
    std::string classe_nationale;  // of TRE_A03
    partage::Classe donnees;       // who reads and writes it: a choice of ours, decision 0075
};

class Types {
public:
    // Code "document.types" with the line: a field that is missing, twice or unknown.
    static core::Result<Types> lire(std::string_view csv);
    // Of donnees/documents/types.csv under `racine`; a file that cannot be read is a failure: it is
    // part of the program.
    static Types charger(const std::string& racine);

    const Type* trouver(std::string_view code) const;  // null: there is none
    const std::vector<Type>& tous() const { return types_; }

private:
    std::vector<Type> types_;
};

}  // namespace grappe::document
