// Options of the commands that measure.
#include "dui/cli/mesure_demandee.hpp"

namespace grappe::dui {

void declarer_options_de_mesure(cli::Commande& commande, OptionsDeMesure& options) {
    commande.option("--au", options.au, "dui.indicateurs.au").mot("JOUR").requise();
    commande.option("--connu-le", options.connu_le, "dui.indicateurs.connu_le").mot("INSTANT");
    commande.option("--denominateur", options.denominateur, "dui.indicateurs.denominateur")
        .mot("LECTURE");
}

core::Result<MesureVoulue> lire(const OptionsDeMesure& options) {
    if (options.au.empty()) return core::refuse(core::Reason::invalid, "dui.au_illisible");
    if (options.denominateur.empty())
        return core::refuse(core::Reason::invalid, "dui.denominateur_inconnu");
    if (options.connu_le && options.connu_le->empty())
        return core::refuse(core::Reason::invalid, "dui.connu_le_illisible");
    const auto lue = lire_la_mesure({.au = options.au,
                                     .connu_le = options.connu_le.value_or(""),
                                     .denominateur = options.denominateur,
                                     .finess = {}},
                                    core::Date::of(std::chrono::sys_days{}));
    if (!lue.fautes.empty()) return lue.fautes.front().refus;
    return lue;
}

}  // namespace grappe::dui
