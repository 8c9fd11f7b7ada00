// Service: what `servir` of both programs has alike: options, address, clock, mail, the end.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/base_servie.hpp"
#include "cli/openid_options.hpp"
#include "cli/session.hpp"
#include "storage/base.hpp"
#include "web/http/routes.hpp"

namespace grappe::cli {

// As typed; empty: the default.
struct OptionsDeService {
    std::string ecoute;  // "127.0.0.1:8080"
    OptionsDeBase base;
    OptionsOpenid openid;
    std::string courrier, horloge, adresse_publique;
    std::string expediteur = "ne-pas-repondre@localhost";
    std::vector<std::string> mandataires;  // proxies whose forwarded fields are believed
    int ouvriers = 2;
    bool routes = false;  // they are listed, nothing is served
};
void declarer_options_de_service(Commande& commande, OptionsDeService& options);

// What a program serves; it outlives its server.
class Servi {
public:
    virtual ~Servi() = default;
    virtual const http::Routes& routes() const = 0;
    virtual const std::string& adresse_de_la_base() const = 0;
    // Once, when the server listens and before any request.
    virtual void ecoute_a(const std::string& url) = 0;
    // Between two rounds of the postman.
    virtual void entretenir(storage::Base& base) const = 0;
};

struct Installation {
    std::optional<core::Instant> horloge;  // nothing: the machine's
    BaseServie base;
};
// Null: the French sentences that say why were written.
using Installer = std::function<std::unique_ptr<Servi>(Installation installation)>;

// Until SIGTERM; answers the exit code.
int servir(const OptionsDeService& options, const Session& session, const Installer& installer);

}  // namespace grappe::cli
