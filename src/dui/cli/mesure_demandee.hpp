// Which measure a command is asked for: its day, what was known, who the persons are.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "dui/mesure/mesure_voulue.hpp"

namespace grappe::dui {

// As typed.
struct OptionsDeMesure {
    std::string au, denominateur = "fenetre";
    std::optional<std::string> connu_le;  // an empty one is a fault, not "now"
};
void declarer_options_de_mesure(cli::Commande& commande, OptionsDeMesure& options);

// The first fault of `lire_la_mesure`.
core::Result<MesureVoulue> lire(const OptionsDeMesure& options);

}  // namespace grappe::dui
