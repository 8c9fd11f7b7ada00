// What the pages of accounts say and lead to in the portail.
#include "portail/pages/site_du_portail.hpp"

#include <algorithm>
#include <array>

#include "access/matrice.hpp"
#include "access/peut.hpp"
#include "portail/pages/cadre.hpp"

namespace grappe::pages {

using access::Permission;
using page::Vue;

http::Response SiteDuPortail::repondre(const page::Page& page, Vue contenu) const {
    return pages::repondre(services_, page, std::move(contenu));
}

std::string SiteDuPortail::entete(const identity::Presence* presence) const {
    const bool porteur = presence && access::peut(presence->acteur, Permission::dossier_creer);
    const bool guichet =
        presence && access::pourrait(presence->acteur, Permission::dossier_instruire);
    const bool comite =
        presence && !guichet && access::pourrait(presence->acteur, Permission::avis_rendre);
    const bool comptable =
        presence && access::pourrait(presence->acteur, Permission::depenses_viser);
    const bool administrateur =
        presence && access::peut(presence->acteur, Permission::dossier_corriger);
    const bool repete = presence && access::peut(presence->acteur, Permission::regles_repeter);
    const bool soutien = presence && access::lien(Permission::demande_grappe_lire,
                                                  presence->acteur.role) == access::Lien::ressort;
    return services_.gabarits.rendre("entete_compte",
                                     {{"present", presence != nullptr},
                                      {"porteur", porteur},
                                      {"guichet", guichet},
                                      {"administrateur", administrateur},
                                      {"comite", comite},
                                      {"comptable", comptable},
                                      {"soutien", soutien},
                                      {"repete", repete},
                                      {"nom", presence ? presence->nom : std::string{}},
                                      {"csrf", presence ? presence->csrf : std::string{}}});
}

std::string SiteDuPortail::accueil_de(access::Role role) const {
    const auto a = [&](Permission permission) {
        return access::lien(permission, role) != access::Lien::rien;
    };
    if (a(Permission::dossier_creer)) return "/dossiers";
    if (a(Permission::dossier_instruire)) return "/bureau";
    if (a(Permission::avis_rendre)) return "/bureau/comites";
    if (a(Permission::depenses_viser)) return "/conventions";
    if (a(Permission::dossier_corriger)) return "/administration/dossiers";
    if (access::lien(Permission::demande_grappe_lire, role) == access::Lien::ressort)
        return "/grappes/demandes";
    return "/compte";
}

std::string SiteDuPortail::role_en_clair(const access::Acteur& acteur) const {
    const auto role = dire(services_, "pages.role." + std::string{core::name_of(acteur.role)});
    if (acteur.region.empty()) return role;
    return role + ", " + nom_de_region(services_.territoires, acteur.region);
}

Vue::Liste SiteDuPortail::liens_du_compte() const {
    return {Vue{{"lien", "/compte/courriels"},
                {"libelle", dire(services_, "page.mon_compte.mes_courriels")}},
            Vue{{"lien", "/rappels"},
                {"libelle", dire(services_, "page.mon_compte.rappels_et_calendrier")}},
            Vue{{"lien", "/exports"},
                {"libelle", dire(services_, "page.mon_compte.mes_exports_et_mes_donnees")}}};
}

bool SiteDuPortail::est_un_acte(std::string_view chemin) const {
    constexpr auto racines = std::to_array<std::string_view>(
        {"/dossiers", "/bureau/dossiers/", "/conventions/", "/ordres"});
    return std::ranges::any_of(racines,
                               [&](std::string_view racine) { return chemin.starts_with(racine); });
}

std::string_view SiteDuPortail::code_de_reprise(std::string_view chemin) const {
    // A simulation was never signed in: its session did not end.
    return chemin == "/dossiers/nouveau" ? "reprise_simulation" : "reprise";
}

}  // namespace grappe::pages
