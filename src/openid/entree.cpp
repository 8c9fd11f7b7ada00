// Entering by a bound identity, and binding. No address decides: see docs/decisions/0037.
#include "openid/entree.hpp"

#include <chrono>

#include "audit/journal.hpp"
#include "identity/connexion.hpp"
#include "identity/lettres.hpp"
#include "identity/lien_openid.hpp"
#include "identity/limites.hpp"
#include "secret/scelle.hpp"

namespace grappe::openid {
namespace {

constexpr std::chrono::minutes duree_de_la_proposition{10};

std::string proprietaire(const std::string& compte) { return "lien openid:" + compte; }

struct Proposee {
    std::string emetteur, sujet;
};

std::optional<Proposee> relire(const identity::Moyens& moyens, const Liaison& liaison) {
    const auto clair = secret::desceller_a_temps(moyens.coffre, liaison.proposee,
                                                 proprietaire(liaison.compte), moyens.reel);
    const auto fin = clair ? clair->find('\n') : std::string::npos;
    if (fin == std::string::npos) return std::nullopt;
    return Proposee{clair->substr(0, fin), clair->substr(fin + 1)};
}

void noter(storage::Writer& db, const identity::Moyens& moyens, const std::string& compte,
           const char* acte) {
    audit::noter(db, {.acteur = compte, .acte = acte, .objet = "compte:" + compte},
                 moyens.maintenant);
}

core::Result<identity::Compte> compte_de(const identity::Moyens& moyens, const std::string& id) {
    const auto compte =
        moyens.base.read([&](storage::Reader& db) { return identity::trouver_compte(db, id); });
    if (!compte) return core::refuse(core::Reason::not_found, "compte.inconnu");
    return *compte;
}

core::Result<void> ecrire_le_lien(storage::Writer& db, const identity::Moyens& moyens,
                                  const identity::LienOpenid& lien) {
    const auto deja = identity::trouver_le_lien(db, lien.emetteur, lien.sujet);
    if (deja && deja->compte != lien.compte)
        return core::refuse(core::Reason::conflict, "openid.deja_liee");
    identity::oter_le_lien(db, lien.compte);
    identity::ajouter_le_lien(db, lien);
    noter(db, moyens, lien.compte, "openid.lier");
    return {};
}

}  // namespace

core::Result<void> admettre(const identity::Moyens& moyens, const identity::Origine& origine) {
    const auto reseau = identity::reseau_de(origine.adresse);
    const bool plein = moyens.base.read([&](storage::Reader& db) {
        return identity::atteinte(db, moyens, {identity::Compteur::ailleurs, reseau});
    });
    if (plein) return core::refuse(core::Reason::too_many, "session.trop_d_essais");
    return {};
}

void compter_un_echec(const identity::Moyens& moyens, const identity::Origine& origine) {
    const auto reseau = identity::reseau_de(origine.adresse);
    (void)moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        identity::compter(db, moyens, {identity::Compteur::ailleurs, reseau});
        return {};
    });
}

core::Result<identity::NouvelleSession> entrer(const identity::Moyens& moyens,
                                               const Entree& entree) {
    const auto lien = moyens.base.read([&](storage::Reader& db) {
        return identity::trouver_le_lien(db, entree.identite.emetteur, entree.identite.sujet);
    });
    return identity::connecter_reconnu(moyens, {.compte = lien ? lien->compte : std::string{},
                                                .second_facteur = entree.facteur,
                                                .origine = entree.origine});
}

std::string proposer(const identity::Moyens& moyens, const std::string& compte,
                     const Identite& identite) {
    return secret::sceller_un_temps(
        moyens.coffre,
        {.clair = identite.emetteur + "\n" + identite.sujet,
         .proprietaire = proprietaire(compte),
         .expire_le = core::Instant::of(moyens.reel.utc() + duree_de_la_proposition)});
}

core::Result<void> lier(const identity::Moyens& moyens, const Liaison& liaison) {
    const auto proposee = relire(moyens, liaison);
    if (!proposee) return core::refuse(core::Reason::gone, "openid.proposition");
    const auto compte = compte_de(moyens, liaison.compte);
    if (!compte) return compte.error();
    if (auto juste = identity::confirmer_mot_de_passe(moyens, *compte, liaison.mot_de_passe);
        !juste)
        return juste;
    return moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        auto fait = ecrire_le_lien(db, moyens,
                                   {.emetteur = proposee->emetteur,
                                    .sujet = proposee->sujet,
                                    .compte = compte->id,
                                    .lie_le = moyens.maintenant});
        if (!fait) return fait;
        identity::envoyer(db, moyens, {.code = "openid_lie", .destinataire = compte->courriel});
        return {};
    });
}

core::Result<void> delier(const identity::Moyens& moyens, const std::string& compte,
                          const secret::Secret& mot_de_passe) {
    const auto lu = compte_de(moyens, compte);
    if (!lu) return lu.error();
    if (auto juste = identity::confirmer_mot_de_passe(moyens, *lu, mot_de_passe); !juste)
        return juste;
    return moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        if (!identity::oter_le_lien(db, compte))
            return core::refuse(core::Reason::not_found, "openid.sans_lien");
        identity::envoyer(db, moyens, {.code = "openid_delie", .destinataire = lu->courriel});
        noter(db, moyens, compte, "openid.delier");
        return {};
    });
}

}  // namespace grappe::openid
