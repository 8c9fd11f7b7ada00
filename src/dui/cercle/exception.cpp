// Load, decide, save.
#include "dui/cercle/exception.hpp"

#include "audit/journal.hpp"
#include "core/texte.hpp"
#include "dui/cercle/exceptions_repository.hpp"
#include "secret/hasard.hpp"

namespace grappe::cercle {
namespace {

using access::Permission;

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

audit::Fait fait(const char* acte, const std::string& acteur, const Exception& une) {
    return {.acteur = acteur, .acte = acte, .objet = "personne:" + une.personne, .detail = une.id};
}

}  // namespace

core::Result<void> ouvrir(storage::Writer& db, const acces::Professionnel& qui,
                          magasin::Moment maintenant, const Demande& demande) {
    if (!secret::est_un_identifiant(demande.id)) return refus(core::Reason::invalid, "acces.id");
    if (!qui.peut_a(Permission::dossier_usager_lire, demande.finess_et.text()))
        return refus(core::Reason::forbidden, "dui.etablissement_interdit");
    const std::string motif{core::trimmed(demande.motif)};
    const auto longueur = core::caracteres(motif);
    if (longueur < motif_au_moins || longueur > motif_au_plus)
        return refus(core::Reason::invalid, "acces.motif");
    if (trouver_l_exception(db, demande.id)) return {};
    const auto instant = maintenant.seconde();
    if (admettre(db, qui.acteur, instant, demande.personne))
        return refus(core::Reason::rule_not_met, "acces.inutile");
    const Exception une{
        .id = demande.id,
        .finess_et = demande.finess_et.text(),
        .personne = demande.personne,
        .compte = qui.acteur.compte,
        .motif = motif,
        .ouvert_le = instant,
        .finit_le = core::Instant::of(instant.utc() + std::chrono::hours{heures_d_une_exception})};
    ajouter(db, une);
    audit::noter(db, fait("acces.exceptionnel", une.compte, une), instant);
    return {};
}

core::Result<void> revoir(storage::Writer& db, const acces::Professionnel& qui,
                          magasin::Moment maintenant, const Jugement& jugement) {
    const auto une = trouver_l_exception(db, jugement.id);
    if (!une) return refus(core::Reason::not_found, "acces.inconnu");
    if (!qui.peut_a(Permission::cercle_tenir, une->finess_et))
        return refus(core::Reason::forbidden, "dui.etablissement_interdit");
    if (une->compte == qui.acteur.compte) return refus(core::Reason::forbidden, "acces.sien");
    if (une->revue) return refus(core::Reason::conflict, "acces.deja_revu");
    const std::string remarque{core::trimmed(jugement.remarque)};
    if (core::caracteres(remarque) > motif_au_plus ||
        (jugement.avis == Avis::injustifie && remarque.empty()))
        return refus(core::Reason::invalid, "acces.remarque");
    ajouter(db, une->id,
            Revue{.par = qui.acteur.compte,
                  .le = maintenant.seconde(),
                  .avis = jugement.avis,
                  .remarque = remarque});
    audit::noter(db, fait("acces.revoir", qui.acteur.compte, *une), maintenant.seconde());
    return {};
}

}  // namespace grappe::cercle
