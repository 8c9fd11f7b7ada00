// Where a program keeps its data, said on the command line or not.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "core/result.hpp"
#include "storage/migration.hpp"

namespace grappe::cli {

// Made if need be; true: it can be written in.
bool utilisable(const std::filesystem::path& dossier);

// `var/` of the program's folder, else the user's own data folder. Durable, unlike a cache: nothing
// else than these two will do.
std::filesystem::path dossier_par_defaut(const Session& session);

// The folder as typed, and the database as typed; empty: the default one, the program's file in it.
std::filesystem::path donnees_de(const Session& session, const std::string& donnees);
std::string adresse_de(const Session& session, const std::string& base, const std::string& donnees);

// Opening is refused with "base.absente" where a command that only looks would find nothing.
core::Result<void> exiger_un_schema(const std::string& url);

core::Result<std::vector<storage::Migration>> migrations_de(const Session& session);

// A variable of the environment; empty: not set.
std::string variable(const char* nom);

// What one may say of a database: PostgreSQL's address may hold a password.
std::string nom_de_la_base(const std::string& url);

}  // namespace grappe::cli
