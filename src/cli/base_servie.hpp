// What every command that touches the accounts opens, in both programs: data folder, database, key.
#pragma once

#include <memory>
#include <string>

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "core/result.hpp"
#include "secret/coffre.hpp"
#include "storage/pool.hpp"

namespace grappe::cli {

// As typed; empty: the default.
struct OptionsDeBase {
    std::string base;     // --base
    std::string donnees;  // --donnees
    std::string cle;      // --cle, else GRAPPE_CLE
};
void declarer_options_de_base(Commande& commande, OptionsDeBase& options);

struct BaseServie {
    std::string adresse;  // of the database
    std::string donnees;  // folder
    std::unique_ptr<storage::Pool> bassin;
    secret::Coffre coffre;
};

// Brings the schema up to date and recognises the key. The default folder is `var/` of the program,
// else the user's own data folder; the database is the program's file in it. The key stands in that
// default folder whatever the database, so that commands and server find the same one.
core::Result<BaseServie> ouvrir_la_base(const Session& session, const OptionsDeBase& options);

// The same for a command that only looks: neither a database nor a key is made. Codes
// "base.absente" (an empty one too) and "cli.cle_absente" besides.
core::Result<BaseServie> rejoindre_la_base(const Session& session, const OptionsDeBase& options);

}  // namespace grappe::cli
