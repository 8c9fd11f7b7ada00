// The account is made by the link, not by the request: somebody who asks for another's address
// leaves nothing behind, and the link makes the account with the password of its own request.
#include "identity/inscription.hpp"

#include <chrono>

#include "audit/journal.hpp"
#include "identity/compte.hpp"
#include "identity/jeton.hpp"
#include "identity/lettres.hpp"
#include "identity/limites.hpp"
#include "identity/regles_mot_de_passe.hpp"
#include "secret/hasard.hpp"

namespace grappe::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds duree_du_lien = 48h;

void repondre_par_courriel(storage::Writer& db, const Moyens& moyens,
                           const Inscription& inscription) {
    if (trouver_par_courriel(db, inscription.courriel)) {
        envoyer(
            db, moyens,
            {.code = "deja_inscrit", .destinataire = inscription.courriel, .chemin = "/connexion"});
        return;
    }
    const auto expire_le = core::Instant::of(moyens.maintenant.utc() + duree_du_lien);
    envoyer(db, moyens,
            {.code = "activation",
             .destinataire = inscription.courriel,
             .chemin = "/activation?jeton=" + creer_inscription(db, inscription, expire_le)});
}

core::Refusal perime() { return core::refuse(core::Reason::gone, "jeton.perime"); }

}  // namespace

std::vector<FauteDeSaisie> fautes_de(const DemandeDeCompte& demande) {
    std::vector<FauteDeSaisie> fautes;
    const auto noter = [&](std::string_view champ, const auto& lu) {
        if (!lu) fautes.push_back({champ, lu.error().code});
    };
    noter("courriel", Courriel::parse(demande.courriel));
    noter("nom", lire_nom(demande.nom));
    noter("prenom", lire_nom(demande.prenom));
    noter("mot_de_passe", accepter_mot_de_passe(demande.mot_de_passe,
                                                {demande.courriel, demande.nom, demande.prenom}));
    return fautes;
}

core::Result<void> demander_un_compte(const Moyens& moyens, const DemandeDeCompte& demande) {
    if (const auto fautes = fautes_de(demande); !fautes.empty())
        return core::refuse(core::Reason::invalid, fautes.front().code);
    const Redite redite{moyens, demande.envoi, demande.origine};
    const auto deja = moyens.base.read([&](storage::Reader& db) { return deja_faite(db, redite); });
    if (!deja) return deja.error();
    if (*deja) return {};  // hashing lasts: not for nothing
    const Inscription inscription{.courriel = Courriel::parse(demande.courriel).value(),
                                  .nom = lire_nom(demande.nom).value(),
                                  .prenom = lire_nom(demande.prenom).value(),
                                  .mot_de_passe = secret::hacher(demande.mot_de_passe)};
    const Limite demandes{Compteur::demandes, demande.origine.adresse};
    const auto cle = inscription.courriel.cle();
    const Limite boite{Compteur::boite, cle};
    return une_seule_fois(redite, [&](storage::Writer& db) -> core::Result<void> {
        if (atteinte(db, moyens, demandes))
            return core::refuse(core::Reason::too_many, "demande.trop");
        compter(db, moyens, demandes);
        if (!atteinte(db, moyens, boite)) repondre_par_courriel(db, moyens, inscription);
        compter(db, moyens, boite);
        audit::noter(
            db, {.acteur = std::string{audit::personne}, .acte = "compte.demander", .objet = ""},
            moyens.maintenant);
        return {};
    });
}

core::Result<void> activer(const Moyens& moyens, std::string_view jeton) {
    return moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        const auto inscription = consommer_inscription(db, jeton, moyens.maintenant);
        if (!inscription || trouver_par_courriel(db, inscription->courriel)) return perime();
        const Compte compte{.id = secret::identifiant(),
                            .courriel = inscription->courriel,
                            .nom = inscription->nom,
                            .prenom = inscription->prenom,
                            .mot_de_passe = inscription->mot_de_passe,
                            .role = access::Role::porteur,
                            .region = {},
                            .cree_le = moyens.maintenant,
                            .ferme = false};
        ajouter_compte(db, compte);
        audit::noter(
            db, {.acteur = compte.id, .acte = "compte.activer", .objet = "compte:" + compte.id},
            moyens.maintenant);
        return {};
    });
}

}  // namespace grappe::identity
