// Permissions: each act that somebody may or may not do, by the name that a route carries.
#pragma once

#include "core/named.hpp"

namespace grappe::access {

enum class Permission {
    compte_sien,
    compte_creer,
    journal_lire,
    service_administrer,
    demande_grappe_ecrire,
    demande_grappe_lire,
    dossier_creer,
    dossier_lire,
    dossier_ecrire,
    dossier_deposer,
    dossier_conseiller,
    dossier_corriger,
    dossier_lister,
    piece_deposer,
    membre_inviter,
    part_ecrire,
    note_lire,
    message_lire,
    message_ecrire,
    dossier_instruire,
    recevabilite_decider,
    guichet_changer,
    montant_lire,
    montant_decider,
    comite_preparer,
    avis_rendre,
    resultat_notifier,
    resultat_lire,
    convention_lire,
    convention_preparer,
    convention_signer,
    depenses_declarer,
    depenses_lire,
    depenses_viser,
    usage_declarer,
    usage_lire,
    solde_decider,
    versement_lire,
    versement_demander,
    versement_valider
};

constexpr auto names(Permission) {
    using enum Permission;
    return std::to_array<core::Named<Permission>>({{compte_sien, "compte.sien"},
                                                   {compte_creer, "compte.creer"},
                                                   {journal_lire, "journal.lire"},
                                                   {service_administrer, "service.administrer"},
                                                   {demande_grappe_ecrire, "demande_grappe.ecrire"},
                                                   {demande_grappe_lire, "demande_grappe.lire"},
                                                   {dossier_creer, "dossier.creer"},
                                                   {dossier_lire, "dossier.lire"},
                                                   {dossier_ecrire, "dossier.ecrire"},
                                                   {dossier_deposer, "dossier.deposer"},
                                                   {dossier_conseiller, "dossier.conseiller"},
                                                   {dossier_corriger, "dossier.corriger"},
                                                   {dossier_lister, "dossier.lister"},
                                                   {piece_deposer, "piece.deposer"},
                                                   {membre_inviter, "membre.inviter"},
                                                   {part_ecrire, "part.ecrire"},
                                                   {note_lire, "note.lire"},
                                                   {message_lire, "message.lire"},
                                                   {message_ecrire, "message.ecrire"},
                                                   {dossier_instruire, "dossier.instruire"},
                                                   {recevabilite_decider, "recevabilite.decider"},
                                                   {guichet_changer, "guichet.changer"},
                                                   {montant_lire, "montant.lire"},
                                                   {montant_decider, "montant.decider"},
                                                   {comite_preparer, "comite.preparer"},
                                                   {avis_rendre, "avis.rendre"},
                                                   {resultat_notifier, "resultat.notifier"},
                                                   {resultat_lire, "resultat.lire"},
                                                   {convention_lire, "convention.lire"},
                                                   {convention_preparer, "convention.preparer"},
                                                   {convention_signer, "convention.signer"},
                                                   {depenses_declarer, "depenses.declarer"},
                                                   {depenses_lire, "depenses.lire"},
                                                   {depenses_viser, "depenses.viser"},
                                                   {usage_declarer, "usage.declarer"},
                                                   {usage_lire, "usage.lire"},
                                                   {solde_decider, "solde.decider"},
                                                   {versement_lire, "versement.lire"},
                                                   {versement_demander, "versement.demander"},
                                                   {versement_valider, "versement.valider"}});
}

// In French, for the committed matrix: a lawyer reads it.
std::string_view libelle(Permission permission);

}  // namespace grappe::access
