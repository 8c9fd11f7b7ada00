// All pages of every day.
#include "dui/quotidien/routes.hpp"

#include "web/compte/reprise.hpp"

namespace grappe::quotidien {

void ajouter_envoi(const Quotidien& quotidien, garde::Ecran ecran, std::size_t corps_au_plus) {
    if (!ecran.sans_session)
        ecran.sans_session = [&](garde::Visite& visite) {
            return compte::rattraper(quotidien.site, visite);
        };
    garde::ajouter(quotidien.services.routes, quotidien.services.comptes,
                   garde::envoi(std::move(ecran), corps_au_plus));
}

void ajouter_quotidien(const Quotidien& quotidien) {
    ajouter_equipe(quotidien);
    ajouter_recherche(quotidien);
    ajouter_personne(quotidien);
    ajouter_redaction(quotidien);  // before the id that it would be taken for
    ajouter_transmission(quotidien);
}

}  // namespace grappe::quotidien
