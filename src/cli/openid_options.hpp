// The OpenID Connect provider, as the operator of `servir` names it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "core/result.hpp"
#include "openid/fournisseur.hpp"

namespace grappe::cli {

// As typed; without an issuer there is no provider.
struct OptionsOpenid {
    std::string emetteur, client, fichier_du_secret;
    std::string nom = "OpenID Connect";
    std::vector<std::string> acr, amr;
};
void declarer_options_openid(Commande& commande, OptionsOpenid& options);

// Null: none was named. Codes "openid.adresse", "openid.client", "openid.secret",
// "openid.secret_illisible" (others may read the file, too).
core::Result<std::unique_ptr<openid::Fournisseur>> fournisseur_de(const OptionsOpenid& options);

}  // namespace grappe::cli
