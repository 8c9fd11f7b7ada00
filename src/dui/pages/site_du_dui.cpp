// What the pages of accounts say and lead to in the DUI.
#include "dui/pages/site_du_dui.hpp"

#include "access/peut.hpp"
#include "dui/pages/cadre.hpp"

namespace grappe::dui {

using access::Permission;
using page::Vue;

http::Response SiteDuDui::repondre(const page::Page& page, Vue contenu) const {
    return dui::repondre(services_, page, std::move(contenu));
}

std::string SiteDuDui::entete(const identity::Presence* presence) const {
    const bool indicateurs =
        presence && access::pourrait(presence->acteur, Permission::indicateur_lire);
    const bool partagee = presence && !presence->partage.empty();
    return services_.gabarits.rendre("entete_dui",
                                     {{"present", presence != nullptr},
                                      {"partagee", partagee},
                                      {"complete", presence && !partagee},
                                      {"indicateurs", indicateurs && !partagee},
                                      {"nom", presence ? presence->nom : std::string{}},
                                      {"csrf", presence ? presence->csrf : std::string{}}});
}

std::string SiteDuDui::accueil_de(access::Role role) const {
    const access::Acteur acteur{.compte = {}, .role = role};
    if (access::pourrait(acteur, Permission::dossier_usager_ecrire)) return "/equipe";
    return access::pourrait(acteur, Permission::indicateur_lire) ? "/indicateurs" : "/compte";
}

std::string SiteDuDui::role_en_clair(const access::Acteur& acteur) const {
    return dire(services_, "pages.role." + std::string{core::name_of(acteur.role)});
}

bool SiteDuDui::est_un_acte(std::string_view chemin) const {
    return chemin.starts_with("/transmissions/") || chemin.starts_with("/unites/") ||
           chemin.starts_with("/sejour/") || chemin.starts_with("/attente/") ||
           chemin.starts_with("/absences/") || chemin.starts_with("/presences/") ||
           chemin == "/echeances/secteur" || chemin == "/equipe/releve";
}

}  // namespace grappe::dui
