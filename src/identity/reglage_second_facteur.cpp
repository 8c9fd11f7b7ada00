// Proposals travel sealed: no half-set second factor is ever stored.
#include "identity/reglage_second_facteur.hpp"

#include <chrono>

#include "audit/journal.hpp"
#include "identity/connexion.hpp"
#include "identity/lettres.hpp"
#include "identity/second_facteur.hpp"
#include "secret/scelle.hpp"

namespace grappe::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds duree_de_la_proposition = 15min;

core::Refusal plus_valable() {
    return core::refuse(core::Reason::gone, "second_facteur.proposition");
}

std::string proprietaire(const std::string& compte) { return "proposition:" + compte; }

std::optional<SecretTotp> ouvrir(const Moyens& moyens, const std::string& compte,
                                 std::string_view scellee) {
    auto clair =
        secret::desceller_a_temps(moyens.coffre, scellee, proprietaire(compte), moyens.reel);
    if (!clair || clair->empty()) return std::nullopt;
    return SecretTotp{*std::move(clair)};
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
    const auto secret = nouveau_secret();
    return relire_proposition(
        moyens, compte,
        secret::sceller_un_temps(moyens.coffre, {.clair = secret.reveal(),
                                                 .proprietaire = proprietaire(compte),
                                                 .expire_le = expire_le}));
}

core::Result<Proposition> relire_proposition(const Moyens& moyens, const std::string& compte,
                                             std::string_view scellee) {
    const auto ouverte = ouvrir(moyens, compte, scellee);
    if (!ouverte) return plus_valable();
    const auto lu = compte_de(moyens, compte);
    if (!lu) return lu.error();
    return Proposition{.scellee = std::string{scellee},
                       .secret = en_base32(*ouverte),
                       .otpauth = adresse_otpauth(*ouverte, lu->courriel.text())};
}

core::Result<void> poser(const Moyens& moyens, const Pose& pose) {
    const auto ouverte = ouvrir(moyens, pose.compte, pose.scellee);
    if (!ouverte) return plus_valable();
    const auto pas = pas_du_code(*ouverte, pose.code, moyens.reel);
    if (!pas) return core::refuse(core::Reason::invalid, "session.code_refuse");
    const auto compte = compte_de(moyens, pose.compte);
    if (!compte) return compte.error();
    return moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        poser_second_facteur(db, moyens, pose.compte, {*ouverte, *pas});
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
    if (access::demande_un_second_facteur(lu->role))
        return core::refuse(core::Reason::forbidden, "second_facteur.obligatoire");
    if (auto juste = confirmer_mot_de_passe(moyens, *lu, mot_de_passe); !juste) return juste;
    return moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        if (retirer_second_facteur(db, compte) == 0) return {};  // there was none: nothing to tell
        envoyer(db, moyens, {.code = "second_facteur_retire", .destinataire = lu->courriel});
        noter(db, moyens, *lu, "second_facteur.retirer");
        return {};
    });
}

}  // namespace grappe::identity
