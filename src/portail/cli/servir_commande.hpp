// What `grappe-portail servir` builds once: the portail's values, its routes, its server.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "portail/api/dossiers.hpp"
#include "portail/bureau/bureau.hpp"
#include "portail/cli/base_du_portail.hpp"
#include "portail/cli/commande.hpp"
#include "portail/cli/openid_options.hpp"
#include "portail/documents/atelier.hpp"
#include "portail/espace/espace.hpp"
#include "web/garde/garde.hpp"
#include "portail/pages/services.hpp"
#include "portail/socle/contexte.hpp"
#include "portail/socle/portail.hpp"
#include "web/http/assets.hpp"
#include "web/http/contract.hpp"
#include "web/http/routes.hpp"

namespace grappe::cli {

// Everything that handlers borrow, in the order in which it is built. It does not move.
struct Installation {
    std::unique_ptr<socle::Contexte> contexte;
    BaseDuPortail base;
    std::optional<core::Instant> horloge;
    referentiels::MotsUsuels usuels;
    std::vector<std::string> mandataires;
    std::string adresse_publique;  // empty: where the server listens
    std::unique_ptr<pieces::Magasin> magasin;
    std::optional<pieces::Antivirus> antivirus;
    documents::Modeles modeles;
    documents::CadreDeMaturite maturite;
    std::vector<documents::DureeDeGarde> durees;
    http::Contract contrat;
    std::unique_ptr<openid::Fournisseur> openid{};  // null: none
};

class Site {
public:
    Site(Installation installation, const Session& session);
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    const http::Routes& routes() const { return routes_; }
    const socle::Portail& portail() const { return portail_; }
    // What makes the exports, beside the server; the session outlives it.
    documents::ReglagesDeLAtelier atelier(const Session& session) const;
    const std::string& adresse_de_la_base() const { return base_.adresse; }
    // The reminders that are due, into the outbox.
    void rappeler(storage::Base& base) const;
    // Known once the server listens; before any request.
    void ecoute_a(const std::string& url) {
        if (adresse_publique_.empty()) adresse_publique_ = url;
    }

private:
    std::unique_ptr<socle::Contexte> contexte_;
    BaseDuPortail base_;
    std::string adresse_publique_;
    referentiels::RegistreEnMemoire registre_;
    socle::Portail portail_;
    garde::Comptes comptes_;
    std::unique_ptr<pieces::Magasin> magasin_;
    documents::Etagere etagere_;
    std::vector<documents::DureeDeGarde> durees_;
    std::unique_ptr<openid::Fournisseur> openid_;
    instruction::TableauTenu tableau_;
    api::Teleservice teleservice_;
    std::optional<http::Assets> actifs_;    // empty: the front is not built
    std::optional<pages::Services> pages_;  // idem
    std::optional<espace::Espace> espace_;  // idem
    std::optional<bureau::Bureau> bureau_;  // idem
    http::Contract contrat_;
    http::Routes routes_;
};

}  // namespace grappe::cli
