// The DUI as the pages of accounts know it.
#pragma once

#include "dui/pages/services.hpp"
#include "web/compte/site.hpp"

namespace grappe::dui {

class SiteDuDui final : public compte::Site {
public:
    explicit SiteDuDui(const Services& services) : services_{services} {}

    const rules::Phrases& phrases() const override { return services_.phrases; }
    // Whoever keeps the accounts of the organisation makes them.
    compte::Inscription inscription() const override { return compte::Inscription::fermee; }
    openid::Fournisseur* openid() const override { return services_.openid; }
    http::Response repondre(const page::Page& page, page::Vue contenu) const override;
    std::string entete(const identity::Presence* presence) const override;
    std::string accueil_de(access::Role role) const override;
    std::string role_en_clair(const access::Acteur& acteur) const override;
    page::Vue::Liste liens_du_compte() const override { return {}; }
    bool est_un_acte(std::string_view chemin) const override;
    std::string_view code_de_reprise(std::string_view) const override { return "reprise"; }

private:
    const Services& services_;
};

}  // namespace grappe::dui
