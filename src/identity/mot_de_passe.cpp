// New passwords: every other session ends, and the owner is told.
#include "identity/mot_de_passe.hpp"

#include <chrono>

#include "audit/journal.hpp"
#include "identity/connexion.hpp"
#include "identity/jeton.hpp"
#include "identity/lettres.hpp"
#include "identity/lien_openid.hpp"
#include "identity/limites.hpp"
#include "identity/regles_mot_de_passe.hpp"

namespace grappe::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds duree_du_lien = 1h;

core::Refusal perime() { return core::refuse(core::Reason::gone, "jeton.perime"); }

std::optional<Compte> compte_du_lien(storage::Reader& db, const Moyens& moyens,
                                     std::string_view jeton) {
    const auto lu = lire_jeton(db, ObjetDuJeton::mot_de_passe, jeton, moyens.maintenant);
    if (!lu) return std::nullopt;
    auto compte = trouver_compte(db, lu->compte);
    return compte && !compte->ferme ? compte : std::nullopt;
}

void envoyer_le_lien(storage::Writer& db, const Moyens& moyens, const Compte& compte) {
    const auto jeton =
        creer_jeton(db, {.objet = ObjetDuJeton::mot_de_passe,
                         .compte = compte.id,
                         .expire_le = core::Instant::of(moyens.maintenant.utc() + duree_du_lien)});
    envoyer(db, moyens,
            {.code = "mot_de_passe_oublie",
             .destinataire = compte.courriel,
             .chemin = "/mot-de-passe/nouveau?jeton=" + jeton});
}

struct Remplacement {
    const Compte& compte;
    std::string hache, session, acte;
};

void remplacer(storage::Writer& db, const Moyens& moyens, const Remplacement& remplacement) {
    const auto& compte = remplacement.compte;
    changer_hache(db, compte.id, remplacement.hache);
    // Whoever knew the old one may have asked for a change of address: its link opens nothing more.
    finir_les_jetons(db, compte.id, moyens.maintenant);
    fermer_les_autres(db, compte.id, remplacement.session);
    envoyer(db, moyens, {.code = "mot_de_passe_change", .destinataire = compte.courriel});
    audit::noter(db,
                 {.acteur = compte.id, .acte = remplacement.acte, .objet = "compte:" + compte.id},
                 moyens.maintenant);
}

}  // namespace

core::Result<void> demander_un_nouveau(const Moyens& moyens, const Oubli& oubli) {
    const auto courriel = Courriel::parse(oubli.courriel);
    if (!courriel) return courriel.error();
    const auto cle = courriel->cle();
    const Limite demandes{Compteur::demandes, oubli.origine.adresse}, boite{Compteur::boite, cle};
    const Redite redite{moyens, oubli.envoi, oubli.origine};
    return une_seule_fois(redite, [&](storage::Writer& db) -> core::Result<void> {
        if (atteinte(db, moyens, demandes))
            return core::refuse(core::Reason::too_many, "demande.trop");
        compter(db, moyens, demandes);
        const auto compte = trouver_par_courriel(db, *courriel);
        const bool suivie = compte && !compte->ferme && !atteinte(db, moyens, boite);
        if (suivie) envoyer_le_lien(db, moyens, *compte);
        compter(db, moyens, boite);
        audit::noter(db,
                     {.acteur = std::string{audit::personne},
                      .acte = "mot_de_passe.oublier",
                      .objet = compte ? "compte:" + compte->id : ""},
                     moyens.maintenant);
        return {};
    });
}

bool lien_de_mot_de_passe_valable(const Moyens& moyens, std::string_view jeton) {
    return moyens.base.read(
        [&](storage::Reader& db) { return compte_du_lien(db, moyens, jeton).has_value(); });
}

core::Result<void> choisir_un_nouveau(const Moyens& moyens, std::string_view jeton,
                                      const secret::Secret& nouveau) {
    const auto compte =
        moyens.base.read([&](storage::Reader& db) { return compte_du_lien(db, moyens, jeton); });
    if (!compte) return perime();
    if (auto bon = accepter_mot_de_passe(nouveau, compte->mots()); !bon) return bon;
    const auto hache = secret::hacher(nouveau);
    return moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        if (!consommer_jeton(db, ObjetDuJeton::mot_de_passe, jeton, moyens.maintenant))
            return perime();
        oter_le_lien(db, compte->id);  // whoever had bound it may be why the password was lost
        remplacer(db, moyens, {*compte, hache, {}, "mot_de_passe.remplacer"});
        return {};
    });
}

core::Result<void> changer_mot_de_passe(const Moyens& moyens, const Changement& changement) {
    const auto compte = confirmer_mot_de_passe(moyens, changement.compte, changement.present);
    if (!compte) return compte.error();
    if (auto bon = accepter_mot_de_passe(changement.nouveau, compte->mots()); !bon) return bon;
    const auto hache = secret::hacher(changement.nouveau);
    return moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        remplacer(db, moyens, {*compte, hache, changement.session, "mot_de_passe.changer"});
        return {};
    });
}

}  // namespace grappe::identity
