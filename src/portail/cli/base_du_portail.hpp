// What every command that touches the accounts opens: data folder, database, key.
#pragma once

#include <memory>
#include <string>

#include "core/result.hpp"
#include "portail/cli/commande.hpp"
#include "secret/coffre.hpp"
#include "storage/pool.hpp"

namespace CLI {
class App;
}

namespace grappe::cli {

// As typed; empty: the default.
struct OptionsDeBase {
    std::string base;     // --base
    std::string donnees;  // --donnees
    std::string cle;      // --cle, else GRAPPE_CLE
};
void declarer_options_de_base(CLI::App& commande, const Session& session, OptionsDeBase& options);

struct BaseDuPortail {
    std::string adresse;  // of the database
    std::string donnees;  // folder
    std::unique_ptr<storage::Pool> bassin;
    secret::Coffre coffre;
};

// Brings the schema up to date and recognises the key. The default folder is `var/` of the program,
// else the user's own data folder; the database is `portail.sqlite` in it. The key stands in that
// default folder whatever the database, so that commands and server find the same one.
core::Result<BaseDuPortail> ouvrir_la_base(const Session& session, const OptionsDeBase& options);

// The same for a command that only looks: neither a database nor a key is made. Codes
// "base.absente" (an empty one too) and "cli.cle_absente" besides.
core::Result<BaseDuPortail> rejoindre_la_base(const Session& session, const OptionsDeBase& options);

// The database holds a register of its own.
bool tient_un_registre(BaseDuPortail& base);

}  // namespace grappe::cli
