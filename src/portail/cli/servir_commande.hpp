// What `grappe-portail servir` builds once: the portail's values, its routes, its server.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/base_servie.hpp"
#include "cli/service.hpp"
#include "portail/api/comites.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/api/regles.hpp"
#include "portail/bureau/bureau.hpp"
#include "portail/cli/commande.hpp"
#include "portail/compteurs/compteurs_tenus.hpp"
#include "portail/conventionnement/conventionnement.hpp"
#include "portail/documents/atelier.hpp"
#include "portail/espace/espace.hpp"
#include "portail/pages/services.hpp"
#include "portail/pages/site_du_portail.hpp"
#include "portail/regles/regles.hpp"
#include "portail/seance/seance.hpp"
#include "portail/socle/contexte.hpp"
#include "portail/socle/portail.hpp"
#include "portail/suivi/suivi.hpp"
#include "portail/tableau/tableau.hpp"
#include "web/garde/garde.hpp"
#include "web/http/assets.hpp"
#include "web/http/contract.hpp"
#include "web/http/routes.hpp"

namespace grappe::cli {

// Everything that handlers borrow, in the order in which it is built. It does not move.
struct Batisse {
    std::unique_ptr<socle::Contexte> contexte;
    BaseServie base;
    std::optional<core::Instant> horloge;
    referentiels::MotsUsuels usuels;
    std::vector<std::string> mandataires;
    std::string adresse_publique;  // empty: where the server listens
    std::unique_ptr<pieces::Magasin> magasin;
    std::optional<pieces::Antivirus> antivirus;
    documents::Modeles modeles;
    documents::CadreDeMaturite maturite;
    std::vector<documents::DureeDeGarde> durees;
    usages::Moyens usages;  // without the register
    compteurs::Cibles cibles;
    http::Contract contrat;
    std::unique_ptr<openid::Fournisseur> openid{};  // null: none
    std::unique_ptr<publication::Versions> versions{};
};

class Site final : public Servi {
public:
    Site(Batisse batisse, const Session& session);
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    const http::Routes& routes() const override { return routes_; }
    const std::string& adresse_de_la_base() const override { return base_.adresse; }
    // The exports are made beside the server from then on.
    void ecoute_a(const std::string& url) override;
    void entretenir(storage::Base& base) const override;

private:
    documents::ReglagesDeLAtelier reglages_de_l_atelier() const;
    // The reminders that are due, into the outbox.
    void rappeler(storage::Base& base) const;

    const Session& session_;
    std::unique_ptr<socle::Contexte> contexte_;
    BaseServie base_;
    std::string adresse_publique_;
    referentiels::RegistreEnMemoire registre_;
    std::unique_ptr<publication::Versions> versions_;
    socle::Portail portail_;
    garde::Comptes comptes_;
    std::unique_ptr<pieces::Magasin> magasin_;
    documents::Etagere etagere_;
    std::vector<documents::DureeDeGarde> durees_;
    std::unique_ptr<openid::Fournisseur> openid_;
    instruction::TableauTenu tableau_;
    comite::Calculs calculs_{std::chrono::seconds{20}};
    mutable compteurs::CompteursTenus compteurs_;  // read again, changing nothing that is served
    api::Teleservice teleservice_;
    api::Regles regles_;
    std::optional<http::Assets> actifs_;                        // empty: the front is not built
    std::optional<pages::Services> pages_;                      // idem
    std::optional<pages::SiteDuPortail> site_;                  // idem
    std::optional<espace::Espace> espace_;                      // idem
    std::optional<bureau::Bureau> bureau_;                      // idem
    std::optional<suivi::Suivi> suivi_;                         // idem
    std::optional<seance::Seances> seances_;                    // idem
    std::optional<conventionnement::Conventions> conventions_;  // idem
    std::optional<tableau::Tableau> chiffres_;                  // idem
    std::optional<regles::Regles> pages_des_regles_;            // idem
    http::Contract contrat_;
    http::Routes routes_;
    std::optional<documents::Atelier> atelier_{};
};

}  // namespace grappe::cli
