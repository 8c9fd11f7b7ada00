// All pages of shared devices.
#include "dui/relais/routes.hpp"

#include "dui/relais/relais.hpp"
#include "web/http/fields.hpp"

namespace grappe::relais {

std::string_view cookie_de(const garde::Visite& visite) {
    return http::cookie(visite.requete, nom_du_cookie);
}

std::optional<appareil::Appareil> appareil_de(const garde::Visite& visite) {
    return visite.base.read(
        [&](storage::Reader& db) { return appareil::reconnaitre(db, cookie_de(visite)); });
}

void ajouter_relais(const Ecrans& ecrans) {
    ajouter_appareils(ecrans);
    ajouter_code(ecrans);
    ajouter_ecran(ecrans);
}

}  // namespace grappe::relais
