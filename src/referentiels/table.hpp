// A small reference file with a header, separated by semicolons, its cells by column name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace grappe::referentiels {

class Table {
public:
    using Ligne = std::vector<std::string>;

    // Refusals "donnees.absentes" (no file), "donnees.illisibles" (a row that cannot be cut),
    // "donnees.colonne" (one of `colonnes` is missing). Cells follow the order of `colonnes`.
    static core::Result<Table> lire(const std::string& chemin,
                                    const std::vector<std::string_view>& colonnes);

    const std::vector<Ligne>& lignes() const { return lignes_; }

private:
    explicit Table(std::vector<Ligne> lignes) : lignes_{std::move(lignes)} {}

    std::vector<Ligne> lignes_;
};

}  // namespace grappe::referentiels
