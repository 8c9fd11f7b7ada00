// Migrations: numbered files that bring a database to the schema of this program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "storage/base.hpp"

namespace grappe::storage {

struct Migration {
    int number;
    std::string name;  // "0001-registre"
    std::string sql;
};

// The files `NNNN-name.sql` of a folder, in order. Refusals "schema.illisible" and "schema.trou"
// (numbers do not follow each other from 1).
core::Result<std::vector<Migration>> read_migrations(const std::string& folder);

// The statements of a file that are meant for one engine. A line "-- sqlite only" or
// "-- postgresql only" opens what the other leaves out, "-- both" ends it.
std::string for_engine(std::string_view sql, Engine engine);

// False: no migration was ever applied there.
bool has_schema(Base& base);

// Applies what is missing, in one transaction; answers how many were applied. Refusals
// "schema.plus_recent": the database was made by a later program; "schema.autre_programme": its
// last migration known here has another name.
core::Result<int> migrate(Base& base, const std::vector<Migration>& migrations);

}  // namespace grappe::storage
