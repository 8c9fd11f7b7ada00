// Where a program keeps its data when the command line does not say.
#pragma once

#include <filesystem>
#include <string>

#include "cli/session.hpp"

namespace grappe::cli {

// Made if need be; true: it can be written in.
bool utilisable(const std::filesystem::path& dossier);

// `var/` of the program's folder, else the user's own data folder. Durable, unlike a cache: nothing
// else than these two will do.
std::filesystem::path dossier_par_defaut(const Session& session);

// A variable of the environment; empty: not set.
std::string variable(const char* nom);

// What one may say of a database: PostgreSQL's address may hold a password.
std::string nom_de_la_base(const std::string& url);

}  // namespace grappe::cli
