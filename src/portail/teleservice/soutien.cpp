// Invitations of those that support a porteur: rows, journal and mails in one transaction.
#include "portail/teleservice/soutien.hpp"

#include <algorithm>

#include "access/matrice.hpp"
#include "identity/compte.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/journal.hpp"
#include "secret/hasard.hpp"

namespace grappe::teleservice {
namespace {

using core::Reason;
using membres::Soutien;

void noter(storage::Writer& db, const Demandeur& qui, std::string_view acte,
           const Soutien& soutien) {
    noter(db, qui, {acte, "dossier:" + soutien.dossier, std::string{core::name_of(soutien.role)}});
}

core::Result<access::Role> lire_le_role(std::string_view texte) {
    const auto role = core::named<access::Role>(texte);
    if (role &&
        std::ranges::find(membres::roles_de_soutien, *role) != membres::roles_de_soutien.end())
        return *role;
    return core::refuse(Reason::invalid, "soutien.role");
}

struct AEnvoyer {
    const Dossier& dossier;
    const Soutien& soutien;
};

core::Result<Soutien> envoyer(storage::Writer& db, const Demandeur& qui, const AEnvoyer& quoi,
                              const Moyens& moyens) {
    const auto lien = emettre_un_lien(db, qui, quoi.soutien.id);
    if (!lien) return lien.error();
    envoyer_l_invitation_de_soutien(db, {quoi.soutien, lien->jeton, lien->expire_le},
                                    nommer(db, quoi.dossier), moyens);
    noter(db, qui, "soutien.inviter", quoi.soutien);
    return quoi.soutien;
}

core::Result<Dossier> du_porteur(storage::Reader& db, const Demandeur& qui, std::string_view id) {
    return demander(db, qui, id, access::Permission::membre_inviter);
}

// Its role has something to read of the dossier where it stands.
core::Result<void> permettre(const Dossier& dossier, access::Role role) {
    const bool avant_seulement =
        access::lien(access::Permission::dossier_lire, role) == access::Lien::conseil;
    if (avant_seulement && dossier.portee().avancement != access::Avancement::brouillon)
        return core::refuse(Reason::conflict, "soutien.depose");
    return {};
}

struct Designe {
    Dossier dossier;
    Soutien soutien;
};

core::Result<Designe> designer(storage::Reader& db, const Demandeur& qui,
                               const SoutienDesigne& designe) {
    auto dossier = du_porteur(db, qui, designe.dossier);
    if (!dossier) return dossier.error();
    for (auto& soutien : membres::soutiens_de(db, designe.dossier))
        if (soutien.id == designe.soutien) return Designe{*std::move(dossier), std::move(soutien)};
    return core::refuse(Reason::not_found, "soutien.inconnu");
}

core::Refusal perime() { return core::refuse(Reason::gone, "jeton.perime"); }

// An account of the public takes the role of its invitation; that of a desk never takes another.
bool peut_prendre(const access::Acteur& acteur, access::Role role) {
    return acteur.role == role || acteur.role == access::Role::porteur;
}

core::Result<Soutien> devenir(storage::Writer& db, const Demandeur& qui, Soutien soutien,
                              const Moyens& moyens) {
    const auto dossier = trouver(db, soutien.dossier);
    if (!dossier) return perime();
    if (dossier->compte == qui.acteur.compte)
        return core::refuse(Reason::conflict, "membre.porteur");
    if (!peut_prendre(qui.acteur, soutien.role))
        return core::refuse(Reason::forbidden, "invitation.autre_role");
    if (!membres::rattacher(db, soutien.id, qui.acteur.compte, qui.maintenant)) return perime();
    soutien.compte = qui.acteur.compte;
    soutien.accepte_le = qui.maintenant;
    noter(db, qui, "soutien.accepter", soutien);
    dire_au_porteur_qu_il_est_soutenu(db, soutien, nommer(db, *dossier), moyens);
    return soutien;
}

std::vector<Soutien> proposes(storage::Reader& db, const Demandeur& qui) {
    const auto compte = identity::trouver_compte(db, qui.acteur.compte);
    if (!compte) return {};
    auto tous = membres::soutiens_attendus(db, compte->courriel);
    std::erase_if(tous, [&](const Soutien& un) { return !peut_prendre(qui.acteur, un.role); });
    return tous;
}

std::vector<DossierSoutenu> avec_leur_dossier(storage::Reader& db, std::vector<Soutien> tous) {
    std::vector<DossierSoutenu> soutenus;
    for (auto& soutien : tous) {
        auto dossier = trouver(db, soutien.dossier);
        if (!dossier) continue;
        auto nom = nommer(db, *dossier).nom;
        soutenus.push_back({std::move(soutien), *std::move(dossier), std::move(nom)});
    }
    return soutenus;
}

}  // namespace

core::Result<Soutien> inviter_un_soutien(storage::Writer& db, const Demandeur& qui,
                                         const DemandeDeSoutien& demande, const Moyens& moyens) {
    const auto dossier = du_porteur(db, qui, demande.dossier);
    if (!dossier) return dossier.error();
    const auto role = lire_le_role(demande.role);
    if (!role) return role.error();
    const auto courriel = identity::Courriel::parse(demande.courriel);
    if (!courriel) return courriel.error();
    if (const auto permis = permettre(*dossier, *role); !permis) return permis.error();
    const auto tous = membres::soutiens_de(db, dossier->id);
    for (const auto& deja : tous) {
        if (deja.role != *role || deja.courriel.cle() != courriel->cle()) continue;
        if (deja.compte) return core::refuse(Reason::conflict, "soutien.present");
        return envoyer(db, qui, {*dossier, deja}, moyens);
    }
    if (tous.size() >= soutiens_au_plus) return core::refuse(Reason::rule_not_met, "soutien.trop");
    const Soutien soutien{.id = secret::identifiant(),
                          .dossier = dossier->id,
                          .role = *role,
                          .courriel = *courriel,
                          .compte = {},
                          .invite_le = qui.maintenant,
                          .accepte_le = {}};
    membres::ajouter(db, soutien);
    return envoyer(db, qui, {*dossier, soutien}, moyens);
}

core::Result<Soutien> relancer_un_soutien(storage::Writer& db, const Demandeur& qui,
                                          const SoutienDesigne& designe, const Moyens& moyens) {
    const auto trouve = designer(db, qui, designe);
    if (!trouve) return trouve.error();
    if (trouve->soutien.compte) return core::refuse(Reason::conflict, "soutien.present");
    if (const auto permis = permettre(trouve->dossier, trouve->soutien.role); !permis)
        return permis.error();
    return envoyer(db, qui, {trouve->dossier, trouve->soutien}, moyens);
}

core::Result<void> retirer_un_soutien(storage::Writer& db, const Demandeur& qui,
                                      const SoutienDesigne& designe, const Moyens& moyens) {
    const auto trouve = designer(db, qui, designe);
    if (!trouve) return trouve.error();
    membres::oter(db, trouve->soutien.id, qui.maintenant);
    noter(db, qui, "soutien.retirer", trouve->soutien);
    annoncer_la_fin_du_soutien(db, trouve->soutien, nommer(db, trouve->dossier), moyens);
    return {};
}

core::Result<std::vector<Soutien>> lire_les_soutiens(storage::Reader& db, const Demandeur& qui,
                                                     std::string_view id) {
    const auto dossier = du_porteur(db, qui, id);
    if (!dossier) return dossier.error();
    return membres::soutiens_de(db, dossier->id);
}

core::Result<Soutien> accepter_en_soutien(storage::Writer& db, const Demandeur& qui,
                                          std::string_view jeton, const Moyens& moyens) {
    auto soutien = membres::lire_invitation_de_soutien(db, jeton, qui.maintenant);
    if (!soutien) return perime();
    auto devenu = devenir(db, qui, *std::move(soutien), moyens);
    if (devenu && !membres::consommer(db, jeton, qui.maintenant)) return perime();
    return devenu;
}

core::Result<Accepte> accepter_le_lien(storage::Writer& db, const Demandeur& qui,
                                       std::string_view jeton, const Moyens& moyens) {
    if (membres::lire_invitation_de_soutien(db, jeton, qui.maintenant)) {
        auto soutien = accepter_en_soutien(db, qui, jeton, moyens);
        if (!soutien) return soutien.error();
        return Accepte{*std::move(soutien)};
    }
    auto membre = accepter(db, qui, jeton, moyens);
    if (!membre) return membre.error();
    return Accepte{*std::move(membre)};
}

core::Result<Soutien> accepter_sans_lien(storage::Writer& db, const Demandeur& qui,
                                         std::string_view id, const Moyens& moyens) {
    for (auto& soutien : proposes(db, qui))
        if (soutien.id == id) return devenir(db, qui, std::move(soutien), moyens);
    return core::refuse(Reason::not_found, "soutien.inconnu");
}

bool DossierSoutenu::lisible(const access::Acteur& acteur) const {
    return access::peut(acteur, access::Permission::dossier_lire, dossier.portee());
}

std::vector<DossierSoutenu> dossiers_du_soutien(storage::Reader& db, const Demandeur& qui) {
    return avec_leur_dossier(db, membres::soutiens_du_compte(db, qui.acteur.compte));
}

std::vector<DossierSoutenu> soutiens_proposes(storage::Reader& db, const Demandeur& qui) {
    auto soutenus = avec_leur_dossier(db, proposes(db, qui));
    std::erase_if(soutenus,
                  [&](const DossierSoutenu& un) { return un.dossier.compte == qui.acteur.compte; });
    return soutenus;
}

}  // namespace grappe::teleservice
