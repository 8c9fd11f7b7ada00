// Services: what the pages of the DUI read. Everything outlives the server.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "dui/mesure/mesure.hpp"
#include "rapport/rapport.hpp"
#include "rules/phrases.hpp"
#include "secret/signature.hpp"
#include "web/garde/garde.hpp"
#include "web/http/assets.hpp"
#include "web/http/routes.hpp"
#include "web/page/gabarits.hpp"

namespace grappe::openid {
class Fournisseur;
}

namespace grappe::dui {

enum class Horloge { reelle, fixee };
enum class Donnees { reelles, fictives };

struct Services {
    page::Gabarits gabarits;
    const http::Assets& actifs;
    const rules::Phrases& phrases;
    const garde::Comptes& comptes;
    http::Routes& routes;  // theirs, and the page of a refusal
    Mesureur mesureur;
    rapport::Logiciel logiciel;
    Horloge horloge;
    Donnees donnees;                        // fictitious ones are told on every page
    openid::Fournisseur* openid = nullptr;  // null: accounts enter by password only
    // Of usage reports; nothing: they are signed by command only.
    std::optional<secret::CleDeSignature> cle_des_rapports{};
};

// Reads modeles/dui and modeles/commun under `racine`. Codes of page::Gabarits.
core::Result<page::Gabarits> charger_les_gabarits(const std::filesystem::path& racine,
                                                  const rules::Phrases& phrases);

// Every page but those of accounts. `services` outlives the routes.
void ajouter_pages(const Services& services);

}  // namespace grappe::dui
