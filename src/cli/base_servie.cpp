// Opening of a program's database and of the key of its accounts.
#include "cli/base_servie.hpp"

#include <filesystem>

#include "cli/dossier_de_donnees.hpp"
#include "identity/second_facteur.hpp"
#include "storage/migration.hpp"

namespace grappe::cli {
namespace {

namespace fs = std::filesystem;

fs::path fichier_de_cle(const Session& session, const OptionsDeBase& options) {
    if (!options.cle.empty()) return options.cle;
    if (const auto voulue = variable("GRAPPE_CLE"); !voulue.empty()) return voulue;
    return dossier_par_defaut(session) / "cle-du-coffre";
}

core::Result<std::unique_ptr<storage::Pool>> bassin_a_jour(const Session& session,
                                                           const std::string& adresse) {
    const auto migrations = migrations_de(session);
    if (!migrations) return migrations.error();
    try {
        auto bassin = storage::Pool::open(adresse, storage::Access::read_write);
        if (!bassin) return bassin;
        const auto faites = (*bassin)->with(
            [&](storage::Base& base) { return storage::migrate(base, *migrations); });
        if (!faites) return faites.error();
        return bassin;
    } catch (const storage::Failure& panne) {
        return core::refuse(core::Reason::unavailable, "base.illisible", panne.what());
    }
}

// Whose key is not the right one is told which file was read, and how to name another.
core::Refusal avec_le_fichier(const core::Refusal& refus, const std::string& cle) {
    if (refus.code != "coffre.autre_cle") return refus;
    return core::refuse(refus.reason, "cli.autre_cle", cle);
}

}  // namespace

void declarer_options_de_base(Commande& commande, OptionsDeBase& options) {
    commande.option("--base", options.base, "cli.option.base").mot("URL");
    commande.option("--donnees", options.donnees, "cli.option.donnees").mot("DOSSIER");
    commande.option("--cle", options.cle, "cli.option.cle").mot("FICHIER");
}

core::Result<BaseServie> ouvrir_la_base(const Session& session, const OptionsDeBase& options) {
    const auto donnees = donnees_de(session, options.donnees);
    if (!utilisable(donnees))
        return core::refuse(core::Reason::unavailable, "cli.donnees_inutilisables",
                            donnees.string());
    const auto adresse = adresse_de(session, options.base, options.donnees);
    auto bassin = bassin_a_jour(session, adresse);
    if (!bassin) return bassin.error();
    const auto cle = fichier_de_cle(session, options).string();
    auto coffre = secret::Coffre::ouvrir(cle);
    if (!coffre) return coffre.error();
    const auto reconnu = (*bassin)->with([&](storage::Base& base) {
        return base.write(
            [&](storage::Writer& db) { return identity::reconnaitre_le_coffre(db, *coffre); });
    });
    if (!reconnu) return avec_le_fichier(reconnu.error(), cle);
    return BaseServie{.adresse = adresse,
                      .donnees = donnees.string(),
                      .bassin = std::move(bassin).value(),
                      .coffre = *coffre};
}

core::Result<BaseServie> rejoindre_la_base(const Session& session, const OptionsDeBase& options) {
    const auto url = adresse_de(session, options.base, options.donnees);
    if (const auto tenu = exiger_un_schema(url); !tenu) return tenu.error();
    const auto cle = fichier_de_cle(session, options);
    if (!fs::exists(cle))
        return core::refuse(core::Reason::not_found, "cli.cle_absente", cle.string());
    return ouvrir_la_base(session, options);
}

}  // namespace grappe::cli
