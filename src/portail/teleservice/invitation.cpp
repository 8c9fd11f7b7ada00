// Invitations: rows, journal and mails in one transaction.
#include "portail/teleservice/invitation.hpp"

#include <algorithm>
#include <chrono>

#include "identity/compte.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/journal.hpp"
#include "secret/hasard.hpp"

namespace grappe::teleservice {
namespace {

using core::Reason;

core::Refusal perime() { return core::refuse(Reason::gone, "jeton.perime"); }

void noter(storage::Writer& db, const Demandeur& qui, const char* acte,
           const membres::Membre& membre) {
    noter(db, qui, {acte, "dossier:" + membre.dossier, membre.finess_ej.text()});
}

bool trop_d_invitations(storage::Reader& db, const Demandeur& qui) {
    const auto hier = core::Instant::of(qui.maintenant.utc() - std::chrono::hours{24});
    return membres::invitations_depuis(db, qui.acteur.compte, hier) >= invitations_par_jour;
}

struct AEnvoyer {
    const Dossier& dossier;
    const membres::Membre& membre;
};

core::Result<membres::Membre> envoyer(storage::Writer& db, const Demandeur& qui,
                                      const AEnvoyer& quoi, const Moyens& moyens) {
    const auto lien = emettre_un_lien(db, qui, quoi.membre.id);
    if (!lien) return lien.error();
    envoyer_l_invitation(db, {quoi.membre, lien->jeton, lien->expire_le}, nommer(db, quoi.dossier),
                         moyens);
    noter(db, qui, "membre.inviter", quoi.membre);
    return quoi.membre;
}

std::optional<membres::Membre> en_place(const std::vector<membres::Membre>& tous,
                                        std::string_view finess_ej) {
    for (const auto& membre : tous)
        if (membre.finess_ej.text() == finess_ej) return membre;
    return std::nullopt;
}

struct Designe {
    Dossier dossier;
    membres::Membre membre;
};

core::Result<Designe> designer(storage::Reader& db, const Demandeur& qui,
                               const MembreDesigne& designe) {
    auto dossier = demander_pour(db, qui, designe.dossier, Acte::ecrire);
    if (!dossier) return dossier.error();
    for (auto& membre : membres::membres_de(db, designe.dossier))
        if (membre.id == designe.membre) return Designe{*std::move(dossier), std::move(membre)};
    return core::refuse(Reason::not_found, "membre.inconnu");
}

// The account becomes that member; a link, if there is one, is used up.
core::Result<membres::Membre> devenir(storage::Writer& db, const Demandeur& qui,
                                      membres::Membre membre, const Moyens& moyens) {
    const auto dossier = trouver(db, membre.dossier);
    if (!dossier) return perime();
    if (dossier->compte == qui.acteur.compte)
        return core::refuse(Reason::conflict, "membre.porteur");
    if (!access::pourrait(qui.acteur, access::Permission::part_ecrire))
        return core::refuse(Reason::forbidden, "invitation.autre_role");
    if (!membres::rattacher(db, membre.id, qui.acteur.compte, qui.maintenant)) return perime();
    membre.compte = qui.acteur.compte;
    membre.accepte_le = qui.maintenant;
    noter(db, qui, "membre.accepter", membre);
    prevenir_le_porteur(db, {"invitation_acceptee", membre}, nommer(db, *dossier), moyens);
    return membre;
}

bool a_son_adresse(storage::Reader& db, const Demandeur& qui, const membres::Membre& membre) {
    const auto compte = identity::trouver_compte(db, qui.acteur.compte);
    return compte && compte->courriel.cle() == membre.courriel.cle();
}

std::vector<PartDuCompte> avec_leur_dossier(storage::Reader& db,
                                            std::vector<membres::Membre> tous) {
    std::vector<PartDuCompte> parts;
    for (auto& membre : tous) {
        auto dossier = trouver(db, membre.dossier);
        if (!dossier) continue;
        auto nom = nommer(db, *dossier).nom;
        parts.push_back({std::move(membre), *std::move(dossier), std::move(nom)});
    }
    return parts;
}

bool est_membre_de(const std::vector<membres::Membre>& tous, std::string_view compte) {
    return std::any_of(tous.begin(), tous.end(),
                       [&](const membres::Membre& membre) { return membre.compte == compte; });
}

InvitationLue lue(storage::Reader& db, const Dossier& dossier) {
    return {.role = access::Role::membre,
            .dossier = dossier.id,
            .porteur = nommer(db, dossier).nom,
            .appel = dossier.appel,
            .finess_ej = {},
            .raison_sociale = {},
            .courriel = {}};
}

std::string raison_sociale(storage::Reader& db, const Dossier& dossier,
                           const core::Finess& finess_ej) {
    const auto ecrit = contenu(db, dossier.id, dossier.version).value_or("");
    const auto lu = dossier::lire_arbre(ecrit);
    return lu.arbre ? membres::raison_sociale_de(*lu.arbre, finess_ej.text()) : std::string{};
}

}  // namespace

core::Result<LienEmis> emettre_un_lien(storage::Writer& db, const Demandeur& qui,
                                       std::string_view membre) {
    if (trop_d_invitations(db, qui))
        return core::refuse(Reason::too_many, "membre.trop_d_invitations");
    const auto expire_le = core::Instant::of(qui.maintenant.utc() + duree_de_l_invitation);
    return LienEmis{.jeton = membres::inviter(db, {.membre = membre,
                                                   .par = qui.acteur.compte,
                                                   .maintenant = qui.maintenant,
                                                   .expire_le = expire_le}),
                    .expire_le = expire_le};
}

DossierNomme nommer(storage::Reader& db, const Dossier& dossier) {
    const auto ecrit = contenu(db, dossier.id, dossier.version).value_or("");
    return {dossier, nom_du_dossier(ecrit, dossier)};
}

core::Result<membres::Membre> inviter(storage::Writer& db, const Demandeur& qui,
                                      const DemandeDInvitation& demande, const Moyens& moyens) {
    const auto dossier = demander_pour(db, qui, demande.dossier, Acte::ecrire);
    if (!dossier) return dossier.error();
    const auto finess = core::Finess::parse_lenient(demande.finess_ej);
    if (!finess) return finess.error();
    const auto courriel = identity::Courriel::parse(demande.courriel);
    if (!courriel) return courriel.error();
    const auto tous = membres::membres_de(db, dossier->id);
    if (const auto deja = en_place(tous, finess->text())) {
        if (deja->compte) return core::refuse(Reason::conflict, "membre.present");
        if (deja->courriel.cle() != courriel->cle())
            return core::refuse(Reason::conflict, "membre.autre_adresse");
        return envoyer(db, qui, {*dossier, *deja}, moyens);
    }
    if (tous.size() >= membres_au_plus) return core::refuse(Reason::rule_not_met, "membre.trop");
    const membres::Membre membre{.id = secret::identifiant(),
                                 .dossier = dossier->id,
                                 .finess_ej = *finess,
                                 .courriel = *courriel,
                                 .compte = {},
                                 .recupere_tva = {},
                                 .invite_le = qui.maintenant,
                                 .accepte_le = {}};
    membres::ajouter(db, membre);
    return envoyer(db, qui, {*dossier, membre}, moyens);
}

core::Result<membres::Membre> relancer(storage::Writer& db, const Demandeur& qui,
                                       const MembreDesigne& designe, const Moyens& moyens) {
    const auto trouve = designer(db, qui, designe);
    if (!trouve) return trouve.error();
    if (trouve->membre.compte) return core::refuse(Reason::conflict, "membre.present");
    return envoyer(db, qui, {trouve->dossier, trouve->membre}, moyens);
}

core::Result<void> oter(storage::Writer& db, const Demandeur& qui, const MembreDesigne& designe,
                        const Moyens& moyens) {
    const auto trouve = designer(db, qui, designe);
    if (!trouve) return trouve.error();
    const auto& membre = trouve->membre;
    if (const auto accord = membres::dernier_accord(db, membre.id); accord && accord->tient())
        membres::finir(db, *accord, membres::FinDAccord::membre_ote, qui.maintenant);
    membres::oter(db, membre.id, qui.maintenant);
    noter(db, qui, "membre.oter", membre);
    annoncer_le_retrait(db, membre, nommer(db, trouve->dossier), moyens);
    return {};
}

core::Result<InvitationLue> lire_invitation(storage::Reader& db, std::string_view jeton,
                                            core::Instant maintenant) {
    const auto membre = membres::lire_invitation(db, jeton, maintenant);
    const auto soutien =
        membre ? std::nullopt : membres::lire_invitation_de_soutien(db, jeton, maintenant);
    if (!membre && !soutien) return perime();
    const auto dossier = trouver(db, membre ? membre->dossier : soutien->dossier);
    if (!dossier) return perime();
    auto invitation = lue(db, *dossier);
    if (soutien) {
        invitation.role = soutien->role;
        invitation.courriel = soutien->courriel.text();
        return invitation;
    }
    invitation.finess_ej = membre->finess_ej;
    invitation.raison_sociale = raison_sociale(db, *dossier, membre->finess_ej);
    invitation.courriel = membre->courriel.text();
    return invitation;
}

core::Result<membres::Membre> accepter(storage::Writer& db, const Demandeur& qui,
                                       std::string_view jeton, const Moyens& moyens) {
    const auto membre = membres::lire_invitation(db, jeton, qui.maintenant);
    if (!membre) return perime();
    auto devenu = devenir(db, qui, *membre, moyens);
    if (devenu && !membres::consommer(db, jeton, qui.maintenant)) return perime();
    return devenu;
}

core::Result<membres::Membre> membre_qui_parle(storage::Writer& db, const Demandeur& qui,
                                               const MembreCherche& cherche, const Moyens& moyens) {
    const auto tous = membres::membres_de(db, cherche.dossier);
    const auto membre = en_place(tous, cherche.finess_ej);
    if (membre && membre->compte == qui.acteur.compte) return *membre;
    if (!cherche.jeton.empty()) {
        const auto invite = membres::lire_invitation(db, cherche.jeton, qui.maintenant);
        if (!invite || invite->dossier != cherche.dossier) return perime();
        if (invite->finess_ej.text() != cherche.finess_ej)
            return core::refuse(Reason::rule_not_met, "accord.autre_entite");
        return accepter(db, qui, cherche.jeton, moyens);
    }
    if (membre && !membre->compte && a_son_adresse(db, qui, *membre))
        return devenir(db, qui, *membre, moyens);
    const auto dossier = trouver(db, cherche.dossier);
    const bool porteur = dossier && dossier->compte == qui.acteur.compte;
    if (porteur || est_membre_de(tous, qui.acteur.compte))
        return core::refuse(Reason::forbidden, "part.interdite");
    return core::refuse(Reason::not_found, "dossier.inconnu");
}

std::vector<PartDuCompte> parts_du_compte(storage::Reader& db, const Demandeur& qui) {
    return avec_leur_dossier(db, membres::membres_du_compte(db, qui.acteur.compte));
}

std::vector<PartDuCompte> parts_attendues(storage::Reader& db, const Demandeur& qui) {
    const auto compte = identity::trouver_compte(db, qui.acteur.compte);
    if (!compte) return {};
    auto parts = avec_leur_dossier(db, membres::membres_attendus(db, compte->courriel));
    std::erase_if(
        parts, [&](const PartDuCompte& part) { return part.dossier.compte == qui.acteur.compte; });
    return parts;
}

}  // namespace grappe::teleservice
