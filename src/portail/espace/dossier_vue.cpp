// Name, state and screens of a dossier.
#include "portail/espace/dossier_vue.hpp"

#include <algorithm>
#include <array>

#include "access/peut.hpp"
#include "portail/espace/mes_dossiers_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/teleservice/conventionnable.hpp"

namespace grappe::espace {
namespace {

using page::Vue;
using pages::dire;

struct Onglet {
    std::string_view nom;
    access::Permission permission;
};
using access::Permission;
constexpr auto onglets = std::to_array<Onglet>({{"", Permission::dossier_lire},
                                                {"saisie", Permission::dossier_ecrire},
                                                {"membres", Permission::membre_inviter},
                                                {"pieces", Permission::piece_deposer},
                                                {"documents", Permission::dossier_ecrire},
                                                {"maturite", Permission::dossier_ecrire},
                                                {"depot", Permission::dossier_deposer},
                                                {"recepisse", Permission::dossier_lire},
                                                {"echanges", Permission::dossier_ecrire},
                                                {"messages", Permission::message_lire},
                                                {"convention", Permission::convention_lire},
                                                {"historique", Permission::dossier_lire}});

std::string mots_des_non_lus(const Espace& espace, const DossierLu& lu) {
    const auto nombre = static_cast<std::int64_t>(lu.messages_non_lus);
    return nombre == 0 ? std::string{}
                       : dire(espace.services, "message.compte", {{"nombre", nombre}});
}

// Those where the reader may go: a desk or a member sees fewer of them.
Vue::Liste vues_des_onglets(const Espace& espace, const DossierLu& lu, const PageDeDossier& page) {
    Vue::Liste vues;
    const auto& acteur = page.visite.qui().acteur;
    for (const auto& [nom, permission] : onglets) {
        const bool apres_le_depot = nom == "recepisse" || nom == "echanges" || nom == "messages";
        if (apres_le_depot && !lu.depot) continue;
        if (nom == "convention" && !teleservice::est_conventionnable(lu.dossier.statut)) continue;
        if (!access::peut(acteur, permission, lu.dossier.portee())) continue;
        vues.push_back(Vue{{"lien", adresse_de(lu.dossier, nom)},
                           {"libelle", dire(espace.services, "espace.onglet." + std::string{nom})},
                           {"non_lus", nom == "messages" ? mots_des_non_lus(espace, lu) : ""},
                           {"courant", nom == page.onglet}});
    }
    return vues;
}

// A draft is never taken for a deposit: said on each of its pages. What changed since a deposit is
// not deposited either.
std::string avis(const Espace& espace, const DossierLu& lu) {
    if (lu.brouillon()) return dire(espace.services, "espace.avis.brouillon");
    const bool change = lu.depot && lu.depot->version != lu.dossier.version;
    if (lu.dossier.statut == teleservice::Statut::depose && change)
        return dire(espace.services, "espace.avis.change",
                    {{"numero", std::string_view{lu.depot->numero}}});
    return {};
}

// The list that the reader came from: its own dossiers, or those that it supports.
std::string_view liste_du(const access::Acteur& acteur, const teleservice::Dossier& dossier) {
    const bool soutient = std::ranges::any_of(
        dossier.invites, [&](const auto& invite) { return invite.compte == acteur.compte; });
    return soutient ? "/soutiens" : "/dossiers";
}

}  // namespace

std::string adresse_de(const teleservice::Dossier& dossier, std::string_view onglet) {
    auto adresse = "/dossiers/" + dossier.id;
    if (!onglet.empty()) adresse.append("/").append(onglet);
    return adresse;
}

http::Response montrer(const Espace& espace, const DossierLu& lu, const PageDeDossier& page,
                       Vue contenu) {
    const auto nom = nom_de(lu.etude.saisie);
    const auto titre = nom.empty() ? dire(espace.services, "espace.sans_nom") : nom;
    const auto& appel = pages::appel_de(espace.services, lu.etude.saisie);
    contenu.ajouter("csrf", page.visite.qui().csrf);
    contenu.ajouter("dossier_nom", titre);
    contenu.ajouter("dossier_appel", appel.titre);
    contenu.ajouter("dossier_lien", adresse_de(lu.dossier, ""));
    contenu.ajouter("statut", classe_de(lu.dossier.statut));
    contenu.ajouter("statut_mots", mots_de(espace, lu.dossier.statut));
    contenu.ajouter("onglets", vues_des_onglets(espace, lu, page));
    contenu.ajouter("avis", avis(espace, lu));
    return repondre(
        espace.services,
        {.gabarit = page.gabarit,
         .titre = page.onglet.empty() ? titre : page.titre + " – " + titre,
         .rubrique = "/dossiers",
         .fil = {pages::etape(espace.services, liste_du(page.visite.qui().acteur, lu.dossier))}},
        std::move(contenu));
}

}  // namespace grappe::espace
