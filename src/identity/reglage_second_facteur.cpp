// Proposals travel sealed: no half-set second factor is ever stored.
#include "identity/reglage_second_facteur.hpp"

#include <chrono>

#include "audit/journal.hpp"
#include "identity/connexion.hpp"
#include "identity/lettres.hpp"
#include "identity/second_facteur.hpp"

namespace grappe::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds duree_de_la_proposition = 15min;

core::Refusal plus_valable() {
    return core::refuse(core::Reason::gone, "second_facteur.proposition");
}

std::string proprietaire(const std::string& compte) { return "proposition:" + compte; }

// "2024-05-24T12:00:00Z" then the secret.
struct Ouverte {
    core::Instant expire_le;
    SecretTotp secret;
};

std::optional<Ouverte> ouvrir(const Moyens& moyens, const std::string& compte,
                              std::string_view scellee) {
    constexpr std::size_t taille_de_l_instant = 20;
    const auto clair = moyens.coffre.desceller(scellee, proprietaire(compte));
    if (!clair || clair->size() <= taille_de_l_instant) return std::nullopt;
    const auto instant = core::Instant::parse(clair->substr(0, taille_de_l_instant));
    if (!instant || *instant <= moyens.reel) return std::nullopt;
    return Ouverte{*instant, SecretTotp{clair->substr(taille_de_l_instant)}};
}

core::Result<Compte> compte_de(const Moyens& moyens, const std::string& id) {
    const auto compte =
        moyens.base.read([&](storage::Reader& db) { return trouver_compte(db, id); });
    if (!compte) return core::refuse(core::Reason::not_found, "compte.inconnu");
    return *compte;
}

void noter(storage::Writer& db, const Moyens& moyens, const Compte& compte, const char* acte) {
    audit::noter(db, {.acteur = compte.id, .acte = acte, .objet = "compte:" + compte.id},
                 moyens.maintenant);
}

}  // namespace

core::Result<Proposition> proposer_second_facteur(const Moyens& moyens, const std::string& compte,
                                                  const secret::Secret& mot_de_passe) {
    const auto lu = compte_de(moyens, compte);
    if (!lu) return lu.error();
    if (auto juste = confirmer_mot_de_passe(moyens, *lu, mot_de_passe); !juste)
        return juste.error();
    const auto expire_le = core::Instant::of(moyens.reel.utc() + duree_de_la_proposition);
    const auto clair = expire_le.utc_text() + nouveau_secret().reveal();
    return relire_proposition(moyens, compte, moyens.coffre.sceller(clair, proprietaire(compte)));
}

core::Result<Proposition> relire_proposition(const Moyens& moyens, const std::string& compte,
                                             std::string_view scellee) {
    const auto ouverte = ouvrir(moyens, compte, scellee);
    if (!ouverte) return plus_valable();
    const auto lu = compte_de(moyens, compte);
    if (!lu) return lu.error();
    return Proposition{.scellee = std::string{scellee},
                       .secret = en_base32(ouverte->secret),
                       .otpauth = adresse_otpauth(ouverte->secret, lu->courriel.text())};
}

core::Result<void> poser(const Moyens& moyens, const Pose& pose) {
    const auto ouverte = ouvrir(moyens, pose.compte, pose.scellee);
    if (!ouverte) return plus_valable();
    const auto pas = pas_du_code(ouverte->secret, pose.code, moyens.reel);
    if (!pas) return core::refuse(core::Reason::invalid, "session.code_refuse");
    const auto compte = compte_de(moyens, pose.compte);
    if (!compte) return compte.error();
    return moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        poser_second_facteur(db, moyens, pose.compte, {ouverte->secret, *pas});
        fermer_les_autres(db, pose.compte, pose.session);
        envoyer(db, moyens, {.code = "second_facteur_pose", .destinataire = compte->courriel});
        noter(db, moyens, *compte, "second_facteur.poser");
        return {};
    });
}

core::Result<void> retirer(const Moyens& moyens, const std::string& compte,
                           const secret::Secret& mot_de_passe) {
    const auto lu = compte_de(moyens, compte);
    if (!lu) return lu.error();
    if (access::est_un_guichet(lu->role))
        return core::refuse(core::Reason::forbidden, "second_facteur.obligatoire");
    if (auto juste = confirmer_mot_de_passe(moyens, *lu, mot_de_passe); !juste) return juste;
    return moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        retirer_second_facteur(db, compte);
        envoyer(db, moyens, {.code = "second_facteur_retire", .destinataire = lu->courriel});
        noter(db, moyens, *lu, "second_facteur.retirer");
        return {};
    });
}

}  // namespace grappe::identity
