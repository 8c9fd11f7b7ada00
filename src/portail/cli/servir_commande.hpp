// What `grappe-portail servir` builds once: the portail's values, its routes, its server.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "portail/cli/commande.hpp"
#include "portail/pages/services.hpp"
#include "portail/socle/contexte.hpp"
#include "portail/socle/portail.hpp"
#include "web/http/assets.hpp"
#include "web/http/routes.hpp"

namespace grappe::cli {

// Everything that handlers borrow, in the order in which it is built. It does not move.
class Site {
public:
    Site(std::unique_ptr<socle::Contexte> contexte, const Session& session,
         std::optional<core::Instant> horloge, referentiels::MotsUsuels usuels);
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    const http::Routes& routes() const { return routes_; }
    const socle::Portail& portail() const { return portail_; }

private:
    std::unique_ptr<socle::Contexte> contexte_;
    referentiels::RegistreEnMemoire registre_;
    socle::Portail portail_;
    std::optional<http::Assets> actifs_;    // empty: the front is not built
    std::optional<pages::Services> pages_;  // idem
    http::Routes routes_;
};

}  // namespace grappe::cli
