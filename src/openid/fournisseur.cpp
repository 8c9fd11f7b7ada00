// The provider's memory and its calls.
#include "openid/fournisseur.hpp"

#include <algorithm>
#include <chrono>

#include "core/texte.hpp"
#include "openid/appel.hpp"
#include "openid/json.hpp"
#include "secret/empreinte.hpp"

namespace grappe::openid {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds duree_de_la_memoire = 1h, entre_deux_lectures = 10s,
                               apres_une_panne = 10s;
constexpr std::chrono::milliseconds un_instant = 300ms;  // two people at once wait, a hang does not
constexpr long tout_va_bien = 200, faute_du_fournisseur = 500;

core::Refusal injoignable(std::string detail) {
    return core::refuse(core::Reason::unavailable, "openid.injoignable", std::move(detail));
}

bool depuis_moins_de(const std::optional<core::Instant>& quand, std::chrono::seconds duree,
                     core::Instant reel) {
    return quand && *quand <= reel && reel.utc() - quand->utc() < duree;
}

core::Result<std::string> document(const Adresse& adresse) {
    auto reponse = lire(adresse);
    if (!reponse) return reponse.error();
    if (reponse->statut != tout_va_bien) return injoignable(std::to_string(reponse->statut));
    return std::move(reponse).value().corps;
}

std::string champ(std::string_view nom, std::string_view valeur) {
    return std::string{nom} + "=" + core::percent_encoded(valeur);
}

std::string joint(std::initializer_list<std::string> champs) {
    std::string texte;
    for (const auto& un : champs) texte += (texte.empty() ? "" : "&") + un;
    return texte;
}

std::string en_mots(const std::vector<std::string>& mots) {
    std::string texte;
    for (const auto& mot : mots) texte += (texte.empty() ? "" : " ") + mot;
    return texte;
}

core::Result<std::string> jeton_de(const core::Result<Reponse>& reponse) {
    if (!reponse) return reponse.error();
    if (reponse->statut >= faute_du_fournisseur)
        return injoignable(std::to_string(reponse->statut));
    const auto lu = lire_objet(reponse->corps);
    const auto jeton = lu ? texte(*lu, "id_token") : std::string{};
    if (reponse->statut != tout_va_bien || jeton.empty())
        return core::refuse(core::Reason::unauthenticated, "openid.jeton", "code");
    return jeton;
}

}  // namespace

std::optional<Annonce> Fournisseur::annonce_connue(core::Instant reel) const {
    const std::lock_guard garde{memoire_};
    return depuis_moins_de(annonce_le_, duree_de_la_memoire, reel) ? annonce_ : std::nullopt;
}

core::Result<Annonce> Fournisseur::annonce(core::Instant reel) {
    if (const auto connue = annonce_connue(reel)) return *connue;
    if (depuis_moins_de(panne_le_, apres_une_panne, reel)) return injoignable("encore");
    const auto ou = Adresse::parse(adresse_de_l_annonce(reglages_.emetteur));
    const auto lue = ou ? document(*ou) : core::Result<std::string>{ou.error()};
    const auto comprise = lue.and_then(
        [&](const std::string& json) { return lire_annonce(json, reglages_.emetteur); });
    if (!comprise) {
        panne_le_ = reel;
        return comprise.error();
    }
    const std::lock_guard garde{memoire_};
    annonce_ = *comprise;
    annonce_le_ = reel;
    return *annonce_;
}

core::Result<std::vector<Cle>> Fournisseur::cles(const Annonce& annonce, core::Instant reel) {
    const auto lues =
        document(annonce.cles).and_then([](const std::string& json) { return lire_cles(json); });
    if (!lues) return lues.error();
    cles_ = *lues;
    cles_le_ = reel;
    return cles_;
}

// A key that is not known: the provider may have turned them since; asked at most every ten
// seconds, for anybody can make up a name of key.
core::Result<Identite> Fournisseur::verifier_le_jeton(std::string_view jeton,
                                                      const Annonce& annonce,
                                                      const Attente& attente) {
    if (depuis_moins_de(cles_le_, duree_de_la_memoire, attente.reel)) {
        auto identite = verifier(jeton, cles_, attente);
        if (identite || identite.error().code != "openid.cle_inconnue") return identite;
        if (depuis_moins_de(cles_le_, entre_deux_lectures, attente.reel)) return identite;
    }
    const auto fraiches = cles(annonce, attente.reel);
    if (!fraiches) return fraiches.error();
    return verifier(jeton, *fraiches, attente);
}

core::Result<std::string> Fournisseur::partir(const Depart& depart,
                                              const std::string& adresse_de_retour,
                                              core::Instant reel) {
    auto lue = annonce_connue(reel);
    if (!lue) {
        const std::unique_lock garde{verrou_, un_instant};
        if (!garde) return injoignable("occupe");
        auto fraiche = annonce(reel);
        if (!fraiche) return fraiche.error();
        lue = *std::move(fraiche);
    }
    const auto& base = lue->autorisation.text();
    auto adresse = base + (base.find('?') == std::string::npos ? "?" : "&") +
                   joint({"response_type=code", champ("client_id", reglages_.client),
                          champ("redirect_uri", adresse_de_retour), "scope=openid",
                          champ("state", depart.etat), champ("nonce", depart.nonce),
                          champ("code_challenge", defi_de(depart.verificateur)),
                          "code_challenge_method=S256"});
    if (!reglages_.acr.empty()) adresse += "&" + champ("acr_values", en_mots(reglages_.acr));
    return adresse;
}

core::Result<Reponse> Fournisseur::echanger(const Depart& depart, const Retour& retour,
                                            const Annonce& annonce,
                                            const std::string& adresse_de_retour) const {
    auto formulaire =
        joint({"grant_type=authorization_code", champ("code", retour.code),
               champ("redirect_uri", adresse_de_retour), champ("client_id", reglages_.client),
               champ("code_verifier", depart.verificateur)});
    if (annonce.preuve == Annonce::Preuve::entete)
        return envoyer(annonce.jetons, {.formulaire = std::move(formulaire),
                                        .client = reglages_.client,
                                        .secret = &reglages_.secret});
    formulaire += "&" + champ("client_secret", reglages_.secret.reveal());
    return envoyer(annonce.jetons, {.formulaire = std::move(formulaire)});
}

core::Result<Identite> Fournisseur::reconnaitre(const Depart& depart, const Retour& retour,
                                                const std::string& adresse_de_retour,
                                                core::Instant reel) {
    const auto etranger = core::refuse(core::Reason::unauthenticated, "openid.retour");
    if (retour.etat.empty() || !secret::memes(retour.etat, depart.etat)) return etranger;
    const std::unique_lock garde{verrou_, un_instant};
    if (!garde) return injoignable("occupe");
    const auto lue = annonce(reel);
    if (!lue) return lue.error();
    const auto& emetteur = reglages_.emetteur.text();
    if (!retour.emetteur.empty() && retour.emetteur != emetteur) return etranger;
    if (retour.emetteur.empty() && lue->rappelle_l_emetteur) return etranger;
    if (!retour.erreur.empty() || retour.code.empty())
        return core::refuse(core::Reason::unauthenticated, "openid.renonce");
    if (depuis_moins_de(muet_le_, apres_une_panne, reel)) return injoignable("encore");
    const auto reponse = echanger(depart, retour, *lue, adresse_de_retour);
    if (!reponse) muet_le_ = reel;  // an answer, even a bad one, is not silence
    const auto jeton = jeton_de(reponse);
    if (!jeton) return jeton.error();
    auto identite = verifier_le_jeton(
        *jeton, *lue,
        {.emetteur = emetteur, .client = reglages_.client, .nonce = depart.nonce, .reel = reel});
    if (!identite && identite.error().code == "openid.cle_inconnue")
        return core::refuse(core::Reason::unauthenticated, "openid.jeton", "kid");
    return identite;
}

bool Fournisseur::prouve_un_second_facteur(const Identite& identite) const {
    return (!identite.acr.empty() && contient(reglages_.acr, identite.acr)) ||
           std::any_of(identite.amr.begin(), identite.amr.end(),
                       [&](const auto& moyen) { return contient(reglages_.amr, moyen); });
}

}  // namespace grappe::openid
