// Options of the commands that measure.
#include "dui/cli/mesure_demandee.hpp"

#include <CLI/CLI.hpp>

namespace grappe::dui {

void declarer_options_de_mesure(CLI::App& commande, const cli::Session& session,
                                OptionsDeMesure& options) {
    const auto dit = [&](const char* code) { return session.phrases.rendre(code, {}); };
    commande.add_option("--au", options.au, dit("dui.indicateurs.au"))
        ->type_name("JOUR")
        ->required();
    commande.add_option("--connu-le", options.connu_le, dit("dui.indicateurs.connu_le"))
        ->type_name("INSTANT");
    commande
        .add_option("--denominateur", options.denominateur, dit("dui.indicateurs.denominateur"))
        ->type_name("LECTURE");
}

core::Result<MesureVoulue> lire(const OptionsDeMesure& options) {
    if (options.au.empty()) return core::refuse(core::Reason::invalid, "dui.au_illisible");
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
