// All pages of accesses.
#include "dui/regard/routes.hpp"

#include "dui/pages/cadre.hpp"
#include "dui/regard/regard.hpp"

namespace grappe::regard {

using dui::dire;
using rencontre::quand, rencontre::instant;

page::Vue vue_de(const Ecrans& ecrans, rencontre::Auteurs& auteurs, const cercle::Exception& une) {
    const auto& services = ecrans.services;
    const auto maintenant = instant(ecrans);
    std::string revue;
    if (une.revue)
        revue = dire(services, "regard.revue." + std::string{core::name_of(une.revue->avis)},
                     {{"qui", auteurs.nom(une.revue->par)},
                      {"quand", quand(services, une.revue->le, maintenant)}});
    return {{"id", une.id},
            {"qui", auteurs.nom(une.compte)},
            {"quand", quand(services, une.ouvert_le, maintenant)},
            {"motif", une.motif},
            {"revue", revue},
            {"remarque", une.revue ? une.revue->remarque : std::string{}}};
}

void ajouter_regard(const Ecrans& ecrans) {
    ajouter_acces(ecrans);
    ajouter_consentements(ecrans);
    ajouter_demandes(ecrans);
    ajouter_registre(ecrans);
    ajouter_exception(ecrans);
    ajouter_revue(ecrans);
}

}  // namespace grappe::regard
