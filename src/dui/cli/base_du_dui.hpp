// What every command of grappe-dui opens: its database, and the columns beside it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "dui/colonnes/colonnes.hpp"
#include "dui/magasin/moment.hpp"
#include "storage/base.hpp"

namespace grappe::dui {

// As typed; empty: the default.
struct OptionsDeBase {
    std::string base;     // --base
    std::string donnees;  // --donnees
    std::string horloge;  // --horloge
};
void declarer_options_de_base(cli::Commande& commande, OptionsDeBase& options);

struct BaseDuDui {
    storage::Base base;
    std::string colonnes;  // folder
};

// Brings the schema up to date. The default folder is `var/` of the program, else the user's own
// data folder; the database is `dui.sqlite` in it. The columns stand beside an SQLite file, in the
// data folder for PostgreSQL. Codes "cli.donnees_inutilisables", "base.illisible" and those of
// storage::migrate.
core::Result<BaseDuDui> ouvrir_la_base(const cli::Session& session, const OptionsDeBase& options);
// The same for a command that only looks: what is not there is not made. Code "base.absente".
core::Result<BaseDuDui> rejoindre_la_base(const cli::Session& session,
                                          const OptionsDeBase& options);

// Beside an SQLite file, in the data folder for PostgreSQL; made if need be. Code
// "cli.donnees_inutilisables".
core::Result<std::string> dossier_des_colonnes(const std::string& base, const std::string& donnees);

// The columns of all that is stored now.
colonnes::Colonnes colonnes_a_jour(BaseDuDui& base);

// --horloge, else the machine's. Code "cli.servir.horloge_illisible".
core::Result<std::function<magasin::Moment()>> horloge_de(const OptionsDeBase& options);

}  // namespace grappe::dui
