// Opening of the DUI's database.
#include "dui/cli/base_du_dui.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/dossier_de_donnees.hpp"
#include "dui/colonnes/entretien.hpp"
#include "storage/migration.hpp"

namespace grappe::dui {
namespace {

namespace fs = std::filesystem;

fs::path donnees_de(const cli::Session& session, const OptionsDeBase& options) {
    return options.donnees.empty() ? cli::dossier_par_defaut(session) : fs::path{options.donnees};
}

std::string adresse_de(const cli::Session& session, const OptionsDeBase& options) {
    if (!options.base.empty()) return options.base;
    return "sqlite:" + (donnees_de(session, options) / "dui.sqlite").string();
}

core::Result<BaseDuDui> ouvrir(const cli::Session& session, const OptionsDeBase& options) try {
    const auto migrations = storage::read_migrations(session.racine + "/schema/dui");
    if (!migrations) return migrations.error();
    auto ouverte = storage::Base::open(adresse_de(session, options), storage::Access::read_write);
    if (!ouverte) return ouverte.error();
    auto base = std::move(ouverte).value();
    const auto faites = storage::migrate(base, *migrations);
    if (!faites) return faites.error();
    const auto colonnes =
        dossier_des_colonnes(adresse_de(session, options), donnees_de(session, options).string());
    if (!colonnes) return colonnes.error();
    return BaseDuDui{.base = std::move(base), .colonnes = *colonnes};
} catch (const storage::Failure& panne) {
    return core::refuse(core::Reason::unavailable, "base.illisible", panne.what());
}

}  // namespace

void declarer_options_de_base(CLI::App& commande, const cli::Session& session,
                              OptionsDeBase& options) {
    const auto dit = [&](const char* code) { return session.phrases.rendre(code, {}); };
    commande.add_option("--base", options.base, dit("dui.option.base"))->type_name("URL");
    commande.add_option("--donnees", options.donnees, dit("dui.option.donnees"))->type_name("DIR");
    commande.add_option("--horloge", options.horloge, dit("dui.option.horloge"))
        ->type_name("INSTANT");
}

core::Result<BaseDuDui> ouvrir_la_base(const cli::Session& session, const OptionsDeBase& options) {
    if (options.base.empty() && !cli::utilisable(donnees_de(session, options)))
        return core::refuse(core::Reason::unavailable, "cli.donnees_inutilisables",
                            donnees_de(session, options).string());
    return ouvrir(session, options);
}

core::Result<BaseDuDui> rejoindre_la_base(const cli::Session& session,
                                          const OptionsDeBase& options) {
    const auto url = adresse_de(session, options);
    try {
        auto ouverte = storage::Base::open(url, storage::Access::read_only);
        if (!ouverte) return ouverte.error();
        auto base = std::move(ouverte).value();
        if (!storage::has_schema(base))
            return core::refuse(core::Reason::not_found, "base.absente", cli::nom_de_la_base(url));
    } catch (const storage::Failure& panne) {
        return core::refuse(core::Reason::unavailable, "base.illisible", panne.what());
    }
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
    using std::chrono::microseconds;
    if (options.horloge.empty())
        return std::function<magasin::Moment()>{[] {
            return magasin::Moment{
                std::chrono::floor<microseconds>(std::chrono::system_clock::now())};
        }};
    const auto lue = magasin::Moment::parse(options.horloge);
    if (!lue) return core::refuse(core::Reason::invalid, "dui.horloge_illisible", options.horloge);
    return std::function<magasin::Moment()>{[fixe = *lue] { return fixe; }};
}

}  // namespace grappe::dui
