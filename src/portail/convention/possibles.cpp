// The same conditions as those of the acts, read without acting.
#include "portail/convention/possibles.hpp"

#include <algorithm>

#include "identity/compte.hpp"
#include "portail/convention/avenant_repository.hpp"
#include "portail/convention/coordonnees.hpp"
#include "portail/convention/partie.hpp"

namespace grappe::convention {
namespace {

using access::Permission;

bool compte_deja(const std::vector<Versement>& versements, Objet objet) {
    return std::ranges::any_of(
        versements, [&](const Versement& un) { return un.objet == objet && un.compte(); });
}

// Of what waits for the signatures of two people.
void ajouter_les_signatures(Possibles& possibles, const Demandeur& qui, const Dossier& dossier,
                            const std::vector<Signature>& signatures) {
    const bool du_porteur = signature_de(signatures, Partie::porteur) == nullptr;
    const bool guichet = access::est_un_guichet(qui.acteur.role);
    possibles.signer_pour_le_porteur = du_porteur && qui.acteur.compte == dossier.compte;
    possibles.enregistrer_le_papier = du_porteur && guichet;
    possibles.signer_pour_l_ars = guichet && signature_de(signatures, Partie::ars) == nullptr;
}

void ajouter_les_recouvrements(storage::Reader& db, Possibles& possibles, const Demandeur& qui,
                               const Vu& vu) {
    const auto portee = vu.sujet.dossier.portee();
    const auto ouvert = std::ranges::find_if(vu.recouvrements, &Recouvrement::en_cours);
    possibles.decider_un_recouvrement =
        ouvert != vu.recouvrements.end() &&
        !identity::meme_personne(db, ouvert->demande_par, qui.acteur.compte) &&
        access::peut(qui.acteur, Permission::versement_valider, portee);
    possibles.valider_un_recouvrement =
        possibles.decider_un_recouvrement && laisser_recouvrer(vu.versements).has_value();
    if (!access::peut(qui.acteur, Permission::versement_demander, portee)) return;
    possibles.ouvrir_un_recouvrement = ouvrable(vu.versements, vu.recouvrements).has_value();
    const bool paye = encore_verse(vu.versements, vu.recouvrements) > Money{};
    possibles.noter_un_retour =
        paye && std::ranges::any_of(vu.recouvrements, [](const Recouvrement& un) {
            return un.valide() && un.reste() > Money{};
        });
}

}  // namespace

Possibles possibles(storage::Reader& db, const Demandeur& qui, const Vu& vu) {
    const auto& [convention, dossier] = vu.sujet;
    const auto peut = [&](Permission permission) {
        return access::peut(qui.acteur, permission, dossier.portee());
    };
    Possibles possibles;
    if (dossier.statut == Statut::notifie && peut(Permission::convention_signer) &&
        !a_signe(db, qui, convention.signatures))
        ajouter_les_signatures(possibles, qui, dossier, convention.signatures);
    possibles.deposer_un_papier = peut(Permission::convention_preparer);
    possibles.donner_les_coordonnees =
        qui.acteur.compte == dossier.compte &&
        (dossier.statut != Statut::solde || reste_a_payer(vu.versements));
    possibles.confirmer_les_coordonnees =
        qui.acteur.compte == dossier.compte && a_confirmer(db, convention.id);
    const bool ouvert = laisser_ecrire(db, vu.sujet).has_value();
    possibles.transmettre = ouvert && peut(Permission::usage_declarer);
    possibles.declarer = ouvert && peut(Permission::depenses_declarer);
    possibles.viser =
        ouvert && vu.depenses && !vu.depenses->vise_le && peut(Permission::depenses_viser);
    const bool en_attente = avenant_en_attente(db, convention.id);
    possibles.preparer_un_avenant =
        ouvert && !en_attente && sans_suite(vu.versements) && peut(Permission::convention_preparer);
    if (!en_attente && peut(Permission::versement_demander)) {
        possibles.redemander_l_avance = renvoye(vu.versements, Objet::avance) != nullptr;
        possibles.redemander_le_solde = renvoye(vu.versements, Objet::solde) != nullptr;
        const bool sans_avance = convention.avance == Money{};
        possibles.demander_l_avance = dossier.statut == Statut::conventionne && !sans_avance &&
                                      !possibles.redemander_l_avance &&
                                      !compte_deja(vu.versements, Objet::avance);
        possibles.demander_le_solde = (dossier.statut == Statut::en_cours ||
                                       (dossier.statut == Statut::conventionne && sans_avance)) &&
                                      vu.solde != nullptr && vu.solde->complet &&
                                      !possibles.redemander_le_solde &&
                                      !compte_deja(vu.versements, Objet::solde);
    }
    const auto en_cours = std::ranges::find_if(vu.versements, &Versement::en_cours);
    possibles.decider = en_cours != vu.versements.end() && peut(Permission::versement_valider) &&
                        !identity::meme_personne(db, en_cours->demande_par, qui.acteur.compte);
    ajouter_les_recouvrements(db, possibles, qui, vu);
    return possibles;
}

Possibles possibles(storage::Reader& db, const Demandeur& qui, const Sujet& sujet,
                    const Avenant& avenant) {
    Possibles possibles;
    const auto peut = [&](Permission permission) {
        return access::peut(qui.acteur, permission, sujet.dossier.portee());
    };
    if (!avenant.attend()) return possibles;
    if (peut(Permission::convention_signer) && !a_signe(db, qui, avenant.signatures))
        ajouter_les_signatures(possibles, qui, sujet.dossier, avenant.signatures);
    possibles.abandonner_l_avenant = peut(Permission::convention_preparer);
    return possibles;
}

}  // namespace grappe::convention
