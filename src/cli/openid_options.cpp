// Reading of the provider's options. Its secret comes from a file or the environment: a command
// line is read by every user of the machine.
#include "cli/openid_options.hpp"

#include <sys/stat.h>

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

void declarer_options_openid(Commande& commande, OptionsOpenid& options) {
    commande.option("--openid-emetteur", options.emetteur, "cli.servir.openid_emetteur").mot("URL");
    commande.option("--openid-client", options.client, "cli.servir.openid_client").mot("NOM");
    commande.option("--openid-secret", options.fichier_du_secret, "cli.servir.openid_secret")
        .mot("FICHIER");
    commande.option("--openid-nom", options.nom, "cli.servir.openid_nom").mot("NOM").defaut_dit();
    commande.option("--openid-acr", options.acr, "cli.servir.openid_acr")
        .mot("VALEUR")
        .une_par_nom();
    commande.option("--openid-amr", options.amr, "cli.servir.openid_amr")
        .mot("VALEUR")
        .une_par_nom();
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
