// Which measure a command is asked for: its day, what was known, who the persons are.
#pragma once

#include <optional>
#include <string>

#include "cli/session.hpp"
#include "dui/magasin/moment.hpp"
#include "usage/indicateur.hpp"

namespace CLI {
class App;
}

namespace grappe::dui {

// As typed.
struct OptionsDeMesure {
    std::string au, connu_le, denominateur = "fenetre";
};
void declarer_options_de_mesure(CLI::App& commande, const cli::Session& session,
                                OptionsDeMesure& options);

struct MesureDemandee {
    core::Date au;
    std::optional<magasin::Moment> connu_le;  // nothing: all that is known now
    usage::Denominateur denominateur;
};
// Codes "dui.au_illisible", "dui.connu_le_illisible", "dui.denominateur_inconnu".
core::Result<MesureDemandee> lire(const OptionsDeMesure& options);

}  // namespace grappe::dui
