// Rows about one account, of every table that knows accounts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/reader.hpp"

namespace grappe::documents {

struct TablePersonnelle {
    std::string_view nom;
    storage::Statement lecture;  // $1 is the account
    std::vector<std::string_view> colonnes;
};

const std::vector<TablePersonnelle>& tables_personnelles();  // all of them, those below too
std::vector<TablePersonnelle> tables_des_comites();
std::vector<TablePersonnelle> tables_des_conventions();
std::vector<TablePersonnelle> tables_des_avenants();
std::vector<TablePersonnelle> tables_des_ordres();
std::vector<TablePersonnelle> tables_des_jalons();
std::vector<TablePersonnelle> tables_de_la_tenue();

using RangeePersonnelle = std::vector<std::optional<std::string>>;  // empty: null
std::vector<RangeePersonnelle> rangees_personnelles(storage::Reader& db,
                                                    const TablePersonnelle& table,
                                                    std::string_view compte);

}  // namespace grappe::documents
