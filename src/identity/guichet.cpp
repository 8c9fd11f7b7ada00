// Accounts that an administrator makes.
#include "identity/guichet.hpp"

#include "audit/journal.hpp"
#include "identity/compte.hpp"
#include "identity/lettres.hpp"
#include "identity/lien_openid.hpp"
#include "identity/regles_mot_de_passe.hpp"
#include "identity/second_facteur.hpp"
#include "identity/session.hpp"
#include "secret/hasard.hpp"

namespace grappe::identity {
namespace {

// They speak for the whole country; in the DUI, regions are none's.
bool est_sans_region(access::Role role) {
    return role == access::Role::national || role == access::Role::admin ||
           access::programme_de(role) == access::Programme::dui;
}

// A porteur asks for its account itself, and is a member where another invited it.
bool se_cree(access::Role role) {
    return access::est_un_guichet(role) || access::programme_de(role) == access::Programme::dui;
}

core::Result<void> verifier(const CompteACreer& demande) {
    if (!se_cree(demande.role)) return core::refuse(core::Reason::invalid, "compte.role");
    if (access::demande_une_region(demande.role) && demande.region.empty())
        return core::refuse(core::Reason::invalid, "compte.region_requise");
    if (est_sans_region(demande.role) && !demande.region.empty())
        return core::refuse(core::Reason::invalid, "compte.region_de_trop",
                            std::string{core::name_of(demande.role)});
    return accepter_mot_de_passe(demande.mot_de_passe,
                                 {demande.courriel, demande.nom, demande.prenom});
}

void noter(storage::Writer& db, const Moyens& moyens, const std::string& compte, const char* acte) {
    audit::noter(
        db, {.acteur = std::string{audit::commande}, .acte = acte, .objet = "compte:" + compte},
        moyens.maintenant);
}

// No step of the new secret was used.
constexpr std::int64_t aucun_pas = 0;

}  // namespace

core::Result<Remise> creer_compte(const Moyens& moyens, const CompteACreer& demande) {
    const auto courriel = Courriel::parse(demande.courriel);
    if (!courriel) return courriel.error();
    if (auto bon = verifier(demande); !bon) return bon.error();
    const Compte compte{.id = secret::identifiant(),
                        .courriel = *courriel,
                        .nom = demande.nom,
                        .prenom = demande.prenom,
                        .mot_de_passe = secret::hacher(demande.mot_de_passe),
                        .role = demande.role,
                        .region = demande.region,
                        .cree_le = moyens.maintenant,
                        .ferme = false};
    const auto secret = nouveau_secret();
    return moyens.base.write([&](storage::Writer& db) -> core::Result<Remise> {
        if (trouver_par_courriel(db, *courriel))
            return core::refuse(core::Reason::conflict, "compte.existe");
        ajouter_compte(db, compte);
        if (demande.completer)
            if (auto fait = demande.completer(db, compte.id); !fait) return fait.error();
        noter(db, moyens, compte.id, "compte.creer");
        if (!access::demande_un_second_facteur(demande.role)) return Remise{courriel->text(), {}};
        poser_second_facteur(db, moyens, compte.id, {secret, aucun_pas});
        return Remise{courriel->text(), en_base32(secret)};
    });
}

core::Result<Remise> refaire_second_facteur(const Moyens& moyens, const std::string& courriel) {
    const auto adresse = Courriel::parse(courriel);
    if (!adresse) return adresse.error();
    const auto secret = nouveau_secret();
    return moyens.base.write([&](storage::Writer& db) -> core::Result<Remise> {
        const auto compte = trouver_par_courriel(db, *adresse);
        if (!compte) return core::refuse(core::Reason::not_found, "compte.inconnu");
        poser_second_facteur(db, moyens, compte->id, {secret, aucun_pas});
        fermer_les_autres(db, compte->id, {});
        oter_le_lien(db, compte->id);  // whoever bound an identity enters no more
        envoyer(db, moyens, {.code = "second_facteur_pose", .destinataire = compte->courriel});
        noter(db, moyens, compte->id, "second_facteur.refaire");
        return Remise{compte->courriel.text(), en_base32(secret)};
    });
}

}  // namespace grappe::identity
