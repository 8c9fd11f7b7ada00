// Reading of the provider's options. Its secret comes from a file or the environment: a command
// line is read by every user of the machine.
#include "cli/openid_options.hpp"

#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fstream>

#include "core/texte.hpp"

namespace grappe::cli {
namespace {

core::Result<openid::Secret> lire_le_secret(const std::string& fichier) {
    const auto refus = core::refuse(core::Reason::unavailable, "openid.secret_illisible", fichier);
    struct stat etat {};
    if (stat(fichier.c_str(), &etat) != 0) return refus;
    if ((etat.st_mode & (S_IRWXG | S_IRWXO)) != 0) return refus;
    std::ifstream flux{fichier};
    std::string ligne;
    if (!std::getline(flux, ligne) || core::trimmed(ligne).empty()) return refus;
    return openid::Secret{std::string{core::trimmed(ligne)}};
}

core::Result<openid::Secret> secret_de(const OptionsOpenid& options) {
    if (!options.fichier_du_secret.empty()) return lire_le_secret(options.fichier_du_secret);
    const char* variable = std::getenv("GRAPPE_OPENID_SECRET");
    if (variable == nullptr || *variable == '\0')
        return core::refuse(core::Reason::invalid, "openid.secret");
    return openid::Secret{variable};
}

}  // namespace

void declarer_options_openid(CLI::App& commande, const Session& session, OptionsOpenid& options) {
    const auto dit = [&](const char* code) { return session.phrases.rendre(code, {}); };
    commande.add_option("--openid-emetteur", options.emetteur, dit("cli.servir.openid_emetteur"))
        ->type_name("URL");
    commande.add_option("--openid-client", options.client, dit("cli.servir.openid_client"))
        ->type_name("NOM");
    commande
        .add_option("--openid-secret", options.fichier_du_secret, dit("cli.servir.openid_secret"))
        ->type_name("FILE");
    commande.add_option("--openid-nom", options.nom, dit("cli.servir.openid_nom"))
        ->type_name("NOM")
        ->capture_default_str();
    commande.add_option("--openid-acr", options.acr, dit("cli.servir.openid_acr"))
        ->type_name("VALEUR")
        ->allow_extra_args(false);
    commande.add_option("--openid-amr", options.amr, dit("cli.servir.openid_amr"))
        ->type_name("VALEUR")
        ->allow_extra_args(false);
}

core::Result<std::unique_ptr<openid::Fournisseur>> fournisseur_de(const OptionsOpenid& options) {
    std::unique_ptr<openid::Fournisseur> fournisseur;
    if (options.emetteur.empty()) return fournisseur;
    const auto emetteur = openid::Adresse::parse(options.emetteur);
    if (!emetteur) return emetteur.error();
    if (options.client.empty()) return core::refuse(core::Reason::invalid, "openid.client");
    const auto secret = secret_de(options);
    if (!secret) return secret.error();
    fournisseur = std::make_unique<openid::Fournisseur>(openid::Reglages{.emetteur = *emetteur,
                                                                         .client = options.client,
                                                                         .secret = *secret,
                                                                         .nom = options.nom,
                                                                         .acr = options.acr,
                                                                         .amr = options.amr});
    return fournisseur;
}

}  // namespace grappe::cli
