// Requests for a grappe: made, processed, put in touch.
#include "portail/membres/demande_grappe.hpp"

#include <algorithm>

#include "access/matrice.hpp"
#include "audit/journal.hpp"
#include "courrier/lettre.hpp"
#include "identity/compte.hpp"
#include "portail/membres/demande_grappe_repository.hpp"
#include "referentiels/secteur.hpp"
#include "secret/hasard.hpp"

namespace grappe::membres {
namespace {

using access::Permission;
using core::Reason;

void noter(storage::Writer& db, const Qui& qui, const char* acte, std::string_view demande) {
    audit::noter(db,
                 {.acteur = qui.acteur.compte,
                  .acte = acte,
                  .objet = "demande_grappe:" + std::string{demande}},
                 qui.maintenant);
}

std::string faute_de(const DemandeGrappe& demande) {
    constexpr std::size_t au_plus = 2000;
    if (demande.structure.empty()) return "grappe.structure";
    if (demande.contact.empty()) return "grappe.contact";
    const auto secteur = core::named<referentiels::Secteur>(demande.couloir);
    if (!secteur) return "grappe.couloir";
    const bool sans_heures = demande.heures.empty() && demande.dossier.empty();
    if (*secteur == referentiels::Secteur::DOM && sans_heures) return "grappe.heures";
    if (demande.essms == 0) return "grappe.finess";
    for (const auto* texte : {&demande.structure, &demande.heures, &demande.contact, &demande.dui,
                              &demande.editeur, &demande.contact_editeur, &demande.grappe})
        if (texte->size() > au_plus) return "grappe.long";
    return {};
}

struct Lettre {
    std::string_view code;
    const DemandeGrappe& a;
    rules::Faits faits;
};

void poster(storage::Writer& db, const Qui& qui, Lettre lettre) {
    const auto compte = identity::trouver_compte(db, lettre.a.compte);
    if (!compte) return;
    lettre.faits.emplace_back("site", std::string{qui.adresse_publique});
    courrier::deposer(
        db, courrier::composer(qui.phrases, lettre.code, compte->courriel.text(), lettre.faits),
        qui.reel);
}

// Those to whom the table gives the requests of their region: GRADeS and Collectif SI.
bool soutient(const access::Acteur& acteur) {
    return access::lien(Permission::demande_grappe_lire, acteur.role) == access::Lien::ressort;
}

core::Result<DemandeGrappe> la_sienne(storage::Reader& db, const access::Acteur& acteur,
                                      std::string_view id) {
    auto demande = trouver_demande(db, id);
    if (!demande || demande->compte != acteur.compte)
        return core::refuse(Reason::not_found, "grappe.inconnue");
    return *std::move(demande);
}

std::optional<Proposition> proposition(storage::Reader& db, const DemandeGrappe& sienne,
                                       const DemandeGrappe& autre) {
    if (autre.compte == sienne.compte || autre.etat != EtatDeDemande::ouverte) return std::nullopt;
    if (!autre.dossier.empty() && !sienne.dossier.empty()) return std::nullopt;
    auto rapprochement = rapprocher(sienne.profil(), autre.profil());
    if (!rapprochement) return std::nullopt;
    return Proposition{.autre = autre,
                       .rapprochement = *std::move(rapprochement),
                       .accepte_ici = a_accepte(db, {sienne.id, autre.id}),
                       .accepte_la_bas = a_accepte(db, {autre.id, sienne.id})};
}

}  // namespace

core::Result<DemandeGrappe> demander(storage::Writer& db, const Qui& qui, DemandeGrappe demande) {
    if (auto faute = faute_de(demande); !faute.empty())
        return core::refuse(Reason::invalid, std::move(faute));
    demande.id = secret::identifiant();
    demande.compte = qui.acteur.compte;
    demande.etat = EtatDeDemande::ouverte;
    demande.faite_le = qui.maintenant;
    ajouter(db, demande);
    noter(db, qui, "demande_grappe.ecrire", demande.id);
    return demande;
}

std::vector<DemandeGrappe> demandes(storage::Reader& db, const access::Acteur& acteur) {
    if (acteur.role == access::Role::porteur) return demandes_du_compte(db, acteur.compte);
    auto lues =
        acteur.region.empty() ? toutes_les_demandes(db) : demandes_de_la_region(db, acteur.region);
    std::erase_if(lues, [&](const DemandeGrappe& demande) {
        return !access::peut(acteur, Permission::demande_grappe_lire, demande.portee());
    });
    return lues;
}

core::Result<DemandeGrappe> traiter(storage::Writer& db, const Qui& qui, const Suite& suite) {
    auto demande = trouver_demande(db, suite.demande);
    if (!demande || !access::peut(qui.acteur, Permission::demande_grappe_lire, demande->portee()))
        return core::refuse(Reason::not_found, "grappe.inconnue");
    if (!soutient(qui.acteur)) return core::refuse(Reason::forbidden, "grappe.interdite");
    const bool sans_suite_donnee =
        suite.etat == EtatDeDemande::ouverte || suite.etat == EtatDeDemande::retiree;
    if (demande->etat != EtatDeDemande::ouverte || sans_suite_donnee)
        return core::refuse(Reason::conflict, "grappe.traitee");
    if (suite.motif.empty()) return core::refuse(Reason::invalid, "grappe.motif");
    demande->etat = suite.etat;
    demande->motif = suite.motif;
    noter_la_suite(db, *demande, qui.acteur.compte, qui.maintenant);
    noter(db, qui, "demande_grappe.traiter", demande->id);
    const auto mots =
        qui.phrases.rendre("grappe.etat." + std::string{core::name_of(suite.etat)}, {});
    poster(db, qui, {"grappe_traitee", *demande, {{"suite", mots}, {"motif", suite.motif}}});
    return *std::move(demande);
}

core::Result<DemandeGrappe> retirer(storage::Writer& db, const Qui& qui, std::string_view id) {
    auto demande = la_sienne(db, qui.acteur, id);
    if (!demande) return demande;
    if (demande->etat != EtatDeDemande::ouverte)
        return core::refuse(Reason::conflict, "grappe.traitee");
    auto retiree = *std::move(demande);
    retiree.etat = EtatDeDemande::retiree;
    noter_la_suite(db, retiree, qui.acteur.compte, qui.maintenant);
    noter(db, qui, "demande_grappe.retirer", retiree.id);
    return retiree;
}

core::Result<std::vector<Proposition>> propositions(storage::Reader& db,
                                                    const access::Acteur& acteur,
                                                    std::string_view demande) {
    const auto sienne = la_sienne(db, acteur, demande);
    if (!sienne) return sienne.error();
    std::vector<Proposition> trouvees;
    for (const auto& autre : demandes_de_la_region(db, sienne->region))
        if (auto une = proposition(db, *sienne, autre)) trouvees.push_back(*std::move(une));
    std::sort(trouvees.begin(), trouvees.end(), [](const auto& une, const auto& autre) {
        if (convient_mieux(une.rapprochement, autre.rapprochement)) return true;
        if (convient_mieux(autre.rapprochement, une.rapprochement)) return false;
        return une.autre.id < autre.autre.id;
    });
    return trouvees;
}

core::Result<Proposition> accepter(storage::Writer& db, const Qui& qui, const Choix& choix) {
    const auto sienne = la_sienne(db, qui.acteur, choix.demande);
    if (!sienne) return sienne.error();
    const auto voisines = demandes_de_la_region(db, sienne->region);
    const auto autre = std::find_if(voisines.begin(), voisines.end(),
                                    [&](const auto& une) { return une.id == choix.autre; });
    auto une = autre != voisines.end() && sienne->etat == EtatDeDemande::ouverte
                   ? proposition(db, *sienne, *autre)
                   : std::nullopt;
    if (!une) return core::refuse(Reason::not_found, "grappe.proposition");
    if (!noter_l_accord(db, choix, qui.maintenant)) return *std::move(une);
    une->accepte_ici = true;
    noter(db, qui, "demande_grappe.accepter", choix.demande);
    if (!une->conclue()) {
        poster(db, qui, {"grappe_interet", *autre, {}});
        return *std::move(une);
    }
    for (const auto& [a, de] : {std::pair{&*sienne, &*autre}, std::pair{&*autre, &*sienne}})
        poster(db, qui,
               {"grappe_contact", *a, {{"structure", de->structure}, {"contact", de->contact}}});
    return *std::move(une);
}

}  // namespace grappe::membres
