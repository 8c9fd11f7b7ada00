// Opening of the DUI's database.
#include "dui/cli/base_du_dui.hpp"

#include <filesystem>

#include "cli/dossier_de_donnees.hpp"
#include "dui/colonnes/entretien.hpp"
#include "storage/migration.hpp"

namespace grappe::dui {
namespace {

namespace fs = std::filesystem;

core::Result<BaseDuDui> ouvrir(const cli::Session& session, const OptionsDeBase& options) try {
    const auto migrations = cli::migrations_de(session);
    if (!migrations) return migrations.error();
    const auto adresse = cli::adresse_de(session, options.base, options.donnees);
    auto ouverte = storage::Base::open(adresse, storage::Access::read_write);
    if (!ouverte) return ouverte.error();
    auto base = std::move(ouverte).value();
    const auto faites = storage::migrate(base, *migrations);
    if (!faites) return faites.error();
    const auto colonnes =
        dossier_des_colonnes(adresse, cli::donnees_de(session, options.donnees).string());
    if (!colonnes) return colonnes.error();
    return BaseDuDui{.base = std::move(base), .colonnes = *colonnes};
} catch (const storage::Failure& panne) {
    return core::refuse(core::Reason::unavailable, "base.illisible", panne.what());
}

}  // namespace

void declarer_options_de_base(cli::Commande& commande, OptionsDeBase& options) {
    commande.option("--base", options.base, "dui.option.base").mot("URL");
    commande.option("--donnees", options.donnees, "dui.option.donnees").mot("DOSSIER");
    commande.option("--horloge", options.horloge, "dui.option.horloge").mot("INSTANT");
}

core::Result<BaseDuDui> ouvrir_la_base(const cli::Session& session, const OptionsDeBase& options) {
    const auto donnees = cli::donnees_de(session, options.donnees);
    if (options.base.empty() && !cli::utilisable(donnees))
        return core::refuse(core::Reason::unavailable, "cli.donnees_inutilisables",
                            donnees.string());
    return ouvrir(session, options);
}

core::Result<BaseDuDui> rejoindre_la_base(const cli::Session& session,
                                          const OptionsDeBase& options) {
    const auto tenu =
        cli::exiger_un_schema(cli::adresse_de(session, options.base, options.donnees));
    if (!tenu) return tenu.error();
    return ouvrir(session, options);
}

core::Result<std::string> dossier_des_colonnes(const std::string& base,
                                               const std::string& donnees) {
    const auto adresse = storage::parse_address(base);
    const auto dossier = adresse.engine == storage::Engine::sqlite
                             ? fs::path{adresse.target + ".colonnes"}
                             : fs::path{donnees} / "colonnes";
    if (!cli::utilisable(dossier))
        return core::refuse(core::Reason::unavailable, "cli.donnees_inutilisables",
                            dossier.string());
    return dossier.string();
}

colonnes::Colonnes colonnes_a_jour(BaseDuDui& base) {
    return base.base.read([&](storage::Reader& db) { return colonnes::a_jour(db, base.colonnes); });
}

core::Result<std::function<magasin::Moment()>> horloge_de(const OptionsDeBase& options) {
    if (options.horloge.empty()) return std::function<magasin::Moment()>{magasin::Moment::now};
    const auto lue = magasin::Moment::parse(options.horloge);
    if (!lue) return core::refuse(core::Reason::invalid, "dui.horloge_illisible", options.horloge);
    return std::function<magasin::Moment()>{[fixe = *lue] { return fixe; }};
}

}  // namespace grappe::dui
