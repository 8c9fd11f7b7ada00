// How a form is added, and the clock.
#include "dui/rencontre/ecrans.hpp"

#include "web/compte/reprise.hpp"

namespace grappe::rencontre {

core::Instant instant(const Ecrans& ecrans) { return ecrans.services.mesureur.maintenant(); }

magasin::Moment maintenant(const Ecrans& ecrans) {
    if (ecrans.services.horloge == dui::Horloge::reelle) return magasin::Moment::now();
    return magasin::Moment{instant(ecrans).utc()};
}

void ajouter_envoi(const Ecrans& ecrans, garde::Ecran ecran, std::size_t corps_au_plus) {
    if (!ecran.sans_session)
        ecran.sans_session = [&](garde::Visite& visite) {
            return compte::rattraper(ecrans.site, visite);
        };
    garde::ajouter(ecrans.services.routes, ecrans.services.comptes,
                   garde::envoi(std::move(ecran), corps_au_plus));
}

}  // namespace grappe::rencontre
