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

core::Result<MesureDemandee> lire(const OptionsDeMesure& options) {
    const auto invalide = [](const char* code, const std::string& valeur) {
        return core::refuse(core::Reason::invalid, code, valeur);
    };
    const auto au = core::Date::parse(options.au);
    if (!au) return invalide("dui.au_illisible", options.au);
    const auto denominateur = core::named<usage::Denominateur>(options.denominateur);
    if (!denominateur) return invalide("dui.denominateur_inconnu", options.denominateur);
    const auto connu_le = magasin::Moment::parse(options.connu_le);
    if (!options.connu_le.empty() && !connu_le)
        return invalide("dui.connu_le_illisible", options.connu_le);
    return MesureDemandee{*au, connu_le, *denominateur};
}

}  // namespace grappe::dui
