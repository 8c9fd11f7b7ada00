// Pages of requests for a grappe (GRP-08): ask, see what is proposed, agree; a draft opened to
// others; what the supports of a region answer.
#include "access/matrice.hpp"
#include "identity/compte.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/espace/grappes_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using membres::EtatDeDemande;
using reception::demandeur;

teleservice::Moyens moyens(const Espace& espace, const Visite& visite) {
    return reception::moyens_de(espace.portail, visite);
}

// Of an account of a desk, its name; of a porteur, its name and its mail.
std::string contact_de(storage::Reader& db, const Visite& visite) {
    const auto compte = identity::trouver_compte(db, visite.qui().acteur.compte);
    return compte ? compte->nom_affiche() + ", " + compte->courriel.text() : std::string{};
}

std::string fait_de(const Espace& espace, const Visite& visite) {
    const auto code = "grappe.fait." + std::string{visite.requete.query("fait").value_or("-")};
    const auto& phrases = espace.services.phrases;
    return phrases.contient(code) ? phrases.rendre(code, {}) : std::string{};
}

struct Refuse {
    page::Formulaire tapee;
    std::string acte;
    core::Refusal refus;
};

// `refuse`: what was just refused; null: nothing.
http::Response montrer(const Espace& espace, Visite& visite, const Refuse* refuse) {
    auto vues = visite.base.read([&](storage::Reader& db) {
        GrappesVues lues{.demandes = {},
                         .brouillons = teleservice::brouillons_ouvrables(db, demandeur(visite)),
                         .contact = contact_de(db, visite)};
        for (auto& demande : membres::demandes(db, visite.qui().acteur)) {
            DemandeVue vue{std::move(demande), {}};
            if (vue.demande.etat == EtatDeDemande::ouverte)
                if (auto trouvees = membres::propositions(db, visite.qui().acteur, vue.demande.id))
                    vue.propositions = *std::move(trouvees);
            lues.demandes.push_back(std::move(vue));
        }
        return lues;
    });
    vues.fait = fait_de(espace, visite);
    if (refuse) {
        vues.tapee = refuse->tapee;
        vues.acte = refuse->acte;
        vues.faute = teleservice::dire(refuse->refus, espace.services.phrases);
    }
    auto vue = vue_des_grappes(espace, vues);
    vue.ajouter("csrf", visite.qui().csrf);
    auto reponse = pages::repondre(espace.services,
                                   {.gabarit = "grappes",
                                    .titre = pages::dire(espace.services, "grappe.titre"),
                                    .rubrique = "/dossiers",
                                    .fil = {pages::etape(espace.services, "/dossiers")}},
                                   std::move(vue));
    if (refuse) reponse.status = garde::statut_de(refuse->refus.reason);
    return reponse;
}

http::Response suite(const Espace& espace, Visite& visite, const std::optional<Refuse>& refuse,
                     std::string_view fait) {
    if (!refuse) return http::Response::see_other("/grappes?fait=" + std::string{fait});
    const auto raison = refuse->refus.reason;
    if (raison == core::Reason::not_found || raison == core::Reason::forbidden)
        return refuser(espace, visite, refuse->refus);
    return montrer(espace, visite, &*refuse);
}

// `faire` writes; the page says what became of it.
template <class Faire>
http::Response agir(const Espace& espace, Visite& visite, std::string_view fait, Faire faire) {
    auto saisie = lire_envoi(visite);
    std::string acte{fait == "ouvert" ? visite.requete.path("id") : fait};
    const auto issue =
        visite.base.write([&](storage::Writer& db) -> core::Result<membres::DemandeGrappe> {
            return faire(db, saisie);
        });
    if (issue) return suite(espace, visite, std::nullopt, fait);
    return suite(espace, visite, Refuse{std::move(saisie), std::move(acte), issue.error()}, fait);
}

membres::DemandeGrappe lire(const Espace& espace, const Visite& visite,
                            const page::Formulaire& saisie) {
    const auto texte = [&](std::string_view champ) { return std::string{saisie.valeur(champ)}; };
    membres::DemandeGrappe demande{.id = {},
                                   .compte = {},
                                   .structure = texte("structure"),
                                   .couloir = texte("couloir"),
                                   .heures = texte("heures_dependance"),
                                   .contact = texte("contact"),
                                   .finess = {},
                                   .essms = 0,
                                   .dui = texte("dui"),
                                   .editeur = texte("editeur"),
                                   .contact_editeur = texte("contact_editeur"),
                                   .grappe = texte("grappe"),
                                   .region = {},
                                   .etat = EtatDeDemande::ouverte,
                                   .faite_le = visite.moyens.maintenant,
                                   .motif = {}};
    teleservice::lire_les_numeros(demande, saisie.valeur("finess"), espace.portail.moyens);
    return demande;
}

http::Response demander(const Espace& espace, Visite& visite) {
    return agir(espace, visite, "demande",
                [&](storage::Writer& db, const page::Formulaire& saisie) {
                    return membres::demander(db, reception::qui_demande(visite),
                                             lire(espace, visite, saisie));
                });
}

http::Response retirer(const Espace& espace, Visite& visite) {
    return agir(espace, visite, "retrait", [&](storage::Writer& db, const page::Formulaire&) {
        return membres::retirer(db, reception::qui_demande(visite), visite.requete.path("id"));
    });
}

http::Response accepter(const Espace& espace, Visite& visite) {
    return agir(
        espace, visite, "accord",
        [&](storage::Writer& db, const page::Formulaire&) -> core::Result<membres::DemandeGrappe> {
            const auto une =
                membres::accepter(db, reception::qui_demande(visite),
                                  {visite.requete.path("id"), visite.requete.path("autre")});
            if (!une) return une.error();
            return une->autre;
        });
}

http::Response ouvrir(const Espace& espace, Visite& visite) {
    return agir(espace, visite, "ouvert", [&](storage::Writer& db, const page::Formulaire& saisie) {
        return teleservice::ouvrir_a_d_autres(
            db, demandeur(visite),
            {visite.requete.path("id"), std::string{saisie.valeur("couloir")},
             std::string{saisie.valeur("contact")}},
            moyens(espace, visite));
    });
}

bool peut_repondre(const Visite& visite) {
    return access::lien(Permission::demande_grappe_lire, visite.qui().acteur.role) ==
           access::Lien::ressort;
}

http::Response de_la_region(const Espace& espace, Visite& visite, const std::string& faute,
                            int statut) {
    // A porteur has its own page.
    if (visite.qui().acteur.role == access::Role::porteur)
        return http::Response::see_other("/grappes");
    const auto lues = visite.base.read(
        [&](storage::Reader& db) { return membres::demandes(db, visite.qui().acteur); });
    auto vue = vue_de_la_region(espace, lues);
    vue.ajouter("csrf", visite.qui().csrf);
    vue.ajouter("repond", peut_repondre(visite));
    vue.ajouter("faute", faute);
    vue.ajouter("fait", fait_de(espace, visite));
    auto reponse = pages::repondre(
        espace.services,
        {.gabarit = "grappes_region", .titre = pages::dire(espace.services, "grappe.titre.region")},
        std::move(vue));
    reponse.status = statut;
    return reponse;
}

http::Response traiter(const Espace& espace, Visite& visite) {
    const auto saisie = lire_envoi(visite);
    const auto etat =
        core::named<EtatDeDemande>(saisie.valeur("issue")).value_or(EtatDeDemande::ouverte);
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return membres::traiter(
            db, reception::qui_demande(visite),
            {visite.requete.path("id"), etat, std::string{saisie.valeur("motif")}});
    });
    if (fait) return http::Response::see_other("/grappes/demandes?fait=suite");
    const auto& refus = fait.error();
    if (refus.reason == core::Reason::not_found || refus.reason == core::Reason::forbidden)
        return refuser(espace, visite, refus);
    return de_la_region(espace, visite, pages::dire(espace.services, refus.code),
                        garde::statut_de(refus.reason));
}

struct Route {
    std::string_view chemin, resume;
    Permission permission;
    http::Response (*action)(const Espace&, Visite&);
};

constexpr auto envois = std::to_array<Route>(
    {{"/grappes", "Demander une grappe", Permission::demande_grappe_ecrire, demander},
     {"/grappes/{id}/retrait", "Retirer une demande de grappe", Permission::demande_grappe_ecrire,
      retirer},
     {"/grappes/{id}/propositions/{autre}", "Accepter d'être mis en relation",
      Permission::demande_grappe_ecrire, accepter},
     {"/dossiers/{id}/ouverture", "Ouvrir un brouillon à d'autres membres",
      Permission::dossier_ecrire, ouvrir},
     {"/grappes/{id}/suite", "Donner une suite à une demande de grappe",
      Permission::demande_grappe_lire, traiter}});

}  // namespace

void ajouter_grappes(const Espace& espace) {
    ajouter_lecture(espace,
                    {.chemin = "/grappes",
                     .resume = "Mes demandes de grappe et ce qui leur est proposé",
                     .permission = Permission::demande_grappe_ecrire,
                     .action = [&](Visite& visite) { return montrer(espace, visite, nullptr); }});
    ajouter_lecture(
        espace, {.chemin = "/grappes/demandes",
                 .resume = "Les demandes de grappe d'une région",
                 .permission = Permission::demande_grappe_lire,
                 .action = [&](Visite& visite) { return de_la_region(espace, visite, "", 200); }});
    for (const auto& route : envois)
        ajouter_envoi(
            espace,
            {.chemin = route.chemin,
             .resume = route.resume,
             .permission = route.permission,
             .action = [&espace, &route](Visite& visite) { return route.action(espace, visite); }},
            petit_formulaire);
}

}  // namespace grappe::espace
