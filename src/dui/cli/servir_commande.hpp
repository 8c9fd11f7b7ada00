// What `grappe-dui servir` builds once: its routes, and what their handlers borrow.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/service.hpp"
#include "dui/accompagnement/outils.hpp"
#include "dui/api/api.hpp"
#include "dui/classeur/classeur.hpp"
#include "dui/conduite/conduite.hpp"
#include "dui/feuille/feuille.hpp"
#include "dui/fhir_api/fhir_api.hpp"
#include "dui/pages/services.hpp"
#include "dui/pages/site_du_dui.hpp"
#include "dui/rencontre/ecrans.hpp"
#include "openid/fournisseur.hpp"

namespace grappe::dui {

// Everything that handlers borrow, in the order in which it is built. It does not move.
struct Batisse {
    cli::Installation installation;
    std::string colonnes;  // folder
    document::Coffret coffret;
    usage::RegleDUsage regle;
    page::Gabarits gabarits;
    std::vector<std::string> mandataires;
    std::string adresse_publique;  // empty: where the server listens
    Donnees donnees;
    nomenclature::Serafin serafin;
    echeance::Regles echeances;
    http::Contract contrat;                         // of the API
    std::unique_ptr<openid::Fournisseur> openid{};  // null: none
    std::optional<secret::CleDeSignature> cle_des_rapports{};
};

class ServiDui final : public cli::Servi {
public:
    ServiDui(Batisse batisse, const cli::Session& session);
    ServiDui(const ServiDui&) = delete;
    ServiDui& operator=(const ServiDui&) = delete;

    const http::Routes& routes() const override { return routes_; }
    const std::string& adresse_de_la_base() const override { return base_.adresse; }
    void ecoute_a(const std::string& url) override;
    void entretenir(storage::Base& base) const override;

private:
    cli::BaseServie base_;
    std::string adresse_publique_;
    std::function<core::Instant()> maintenant_;
    garde::Comptes comptes_;
    std::unique_ptr<openid::Fournisseur> openid_;
    http::Assets actifs_;
    http::Routes routes_;
    Services services_;
    SiteDuDui site_;
    annuaire::Annuaire annuaire_;
    rencontre::Ecrans ecrans_;
    nomenclature::Serafin serafin_;
    echeance::Regles echeances_;
    accompagnement::Outils outils_;
    conduite::Conduite conduite_;
    evaluation::Outils grilles_;
    feuille::Feuilles feuilles_;
    document::Types types_;
    document::Coffret coffret_;
    classeur::Classeur classeur_;
    Api api_;
    fhir_api::Fhir fhir_;
    http::Contract contrat_;
};

}  // namespace grappe::dui
