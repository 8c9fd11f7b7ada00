// Change of address, in two steps.
#include "identity/changement_courriel.hpp"

#include <chrono>

#include "audit/journal.hpp"
#include "identity/connexion.hpp"
#include "identity/jeton.hpp"
#include "identity/lettres.hpp"
#include "identity/limites.hpp"

namespace grappe::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds duree_du_lien = 24h;

core::Refusal perime() { return core::refuse(core::Reason::gone, "jeton.perime"); }

void ecrire_a_la_nouvelle(storage::Writer& db, const Moyens& moyens, const Compte& compte,
                          const Courriel& nouvelle) {
    if (trouver_par_courriel(db, nouvelle)) {
        envoyer(db, moyens,
                {.code = "deja_inscrit", .destinataire = nouvelle, .chemin = "/connexion"});
        return;
    }
    const auto jeton =
        creer_jeton(db, {.objet = ObjetDuJeton::courriel,
                         .compte = compte.id,
                         .courriel = nouvelle,
                         .expire_le = core::Instant::of(moyens.maintenant.utc() + duree_du_lien)});
    envoyer(db, moyens,
            {.code = "courriel_a_confirmer",
             .destinataire = nouvelle,
             .chemin = "/compte/courriel?jeton=" + jeton});
}

}  // namespace

core::Result<void> demander_changement_courriel(const Moyens& moyens,
                                                const DemandeDeChangement& demande) {
    const auto nouvelle = Courriel::parse(demande.courriel);
    if (!nouvelle) return nouvelle.error();
    const auto compte = confirmer_mot_de_passe(moyens, demande.compte, demande.mot_de_passe);
    if (!compte) return compte.error();
    if (nouvelle->cle() == compte->courriel.cle())
        return core::refuse(core::Reason::invalid, "courriel.inchange");
    const auto cle = nouvelle->cle();
    const Limite boite{Compteur::boite, cle};
    return moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        if (!atteinte(db, moyens, boite)) ecrire_a_la_nouvelle(db, moyens, *compte, *nouvelle);
        compter(db, moyens, boite);
        envoyer(db, moyens, {.code = "courriel_change", .destinataire = compte->courriel});
        audit::noter(
            db,
            {.acteur = compte->id, .acte = "courriel.demander", .objet = "compte:" + compte->id},
            moyens.maintenant);
        return {};
    });
}

core::Result<void> confirmer_changement_courriel(const Moyens& moyens, std::string_view jeton) {
    return moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        const auto lu = lire_jeton(db, ObjetDuJeton::courriel, jeton, moyens.maintenant);
        if (!lu || !lu->courriel || trouver_par_courriel(db, *lu->courriel)) return perime();
        if (!consommer_jeton(db, ObjetDuJeton::courriel, jeton, moyens.maintenant)) return perime();
        changer_courriel(db, lu->compte, *lu->courriel);
        finir_les_jetons(db, lu->compte, moyens.maintenant);  // those sent to the old mailbox
        audit::noter(
            db, {.acteur = lu->compte, .acte = "courriel.changer", .objet = "compte:" + lu->compte},
            moyens.maintenant);
        return {};
    });
}

}  // namespace grappe::identity
