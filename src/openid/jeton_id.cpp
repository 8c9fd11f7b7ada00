// The checks of an ID token, in order: form, algorithm, key, signature, then what it says.
#include "openid/jeton_id.hpp"

#include <cjose/cjose.h>

#include <algorithm>
#include <memory>

#include "openid/json.hpp"
#include "secret/empreinte.hpp"

namespace grappe::openid {
namespace {

using boost::json::object;

constexpr std::int64_t ecart_d_horloge = 60, age_au_plus = 600;

core::Refusal refus(const char* quoi) {
    return core::refuse(core::Reason::unauthenticated, "openid.jeton", quoi);
}

struct Entete {
    Algorithme algorithme;
    std::string kid;
};

// The header is the sender's word: it chooses among the keys and the two algorithms known here,
// and brings neither of its own ("jwk", "jku", "x5u" are not read; "crit" asks what is not done).
core::Result<Entete> lire_entete(std::string_view jeton) {
    const auto clair = secret::de_base64_url(jeton.substr(0, jeton.find('.')));
    const auto lu = clair ? lire_objet(*clair) : std::nullopt;
    if (!lu) return refus("forme");
    const auto algorithme = core::named<Algorithme>(texte(*lu, "alg"));
    if (!algorithme) return refus("alg");
    if (lu->contains("crit")) return refus("crit");
    return Entete{*algorithme, texte(*lu, "kid")};
}

// A token without a key's name is tried with the only key that fits.
core::Result<const Cle*> cle_de(const Entete& entete, const std::vector<Cle>& cles) {
    const Cle* trouvee = nullptr;
    for (const auto& cle : cles) {
        if (cle.algorithme != entete.algorithme) continue;
        if (!entete.kid.empty() && cle.kid != entete.kid) continue;
        if (trouvee != nullptr) return refus("kid");
        trouvee = &cle;
    }
    if (trouvee == nullptr) return core::refuse(core::Reason::not_found, "openid.cle_inconnue");
    return trouvee;
}

struct Fin {
    void operator()(cjose_jwk_t* cle) const { cjose_jwk_release(cle); }
    void operator()(cjose_jws_t* jeton) const { cjose_jws_release(jeton); }
};

core::Result<std::string> contenu_signe(std::string_view jeton, const Cle& cle) {
    cjose_err erreur;
    const std::unique_ptr<cjose_jwk_t, Fin> importee{
        cjose_jwk_import(cle.jwk.data(), cle.jwk.size(), &erreur)};
    if (!importee) return refus("cle");
    const std::unique_ptr<cjose_jws_t, Fin> lu{
        cjose_jws_import(jeton.data(), jeton.size(), &erreur)};
    if (!lu) return refus("forme");
    if (!cjose_jws_verify(lu.get(), importee.get(), &erreur)) return refus("signature");
    std::uint8_t* octets = nullptr;
    std::size_t combien = 0;
    if (!cjose_jws_get_plaintext(lu.get(), &octets, &combien, &erreur)) return refus("forme");
    return std::string{reinterpret_cast<const char*>(octets), combien};
}

const char* faute_d_audience(const object& dit, const Attente& attente) {
    const auto audience = textes(dit, "aud");
    const auto partie = texte(dit, "azp");
    if (!contient(audience, attente.client)) return "aud";
    if (audience.size() > 1 && partie.empty()) return "azp";
    if (!partie.empty() && partie != attente.client) return "azp";
    return nullptr;
}

const char* faute_de_temps(const object& dit, core::Instant reel) {
    const auto maintenant = std::int64_t{reel.utc().time_since_epoch().count()};
    const auto fin = secondes(dit, "exp"), debut = secondes(dit, "iat");
    if (!fin || *fin <= maintenant - ecart_d_horloge) return "exp";
    if (!debut || *debut > maintenant + ecart_d_horloge) return "iat";
    if (*debut < maintenant - age_au_plus) return "iat";
    const auto avant = secondes(dit, "nbf");
    if (avant && *avant > maintenant + ecart_d_horloge) return "nbf";
    return nullptr;
}

const char* faute_de(const object& dit, const Attente& attente) {
    constexpr std::size_t sujet_au_plus = 255;  // section 2
    if (texte(dit, "iss") != attente.emetteur) return "iss";
    if (const auto* faute = faute_d_audience(dit, attente)) return faute;
    if (const auto* faute = faute_de_temps(dit, attente.reel)) return faute;
    if (attente.nonce.empty() || !secret::memes(texte(dit, "nonce"), attente.nonce)) return "nonce";
    const auto sujet = texte(dit, "sub");
    return sujet.empty() || sujet.size() > sujet_au_plus ? "sub" : nullptr;
}

}  // namespace

core::Result<Identite> verifier(std::string_view jeton, const std::vector<Cle>& cles,
                                const Attente& attente) {
    if (std::count(jeton.begin(), jeton.end(), '.') != 2) return refus("forme");
    const auto entete = lire_entete(jeton);
    if (!entete) return entete.error();
    const auto cle = cle_de(*entete, cles);
    if (!cle) return cle.error();
    const auto contenu = contenu_signe(jeton, **cle);
    if (!contenu) return contenu.error();
    const auto dit = lire_objet(*contenu);
    if (!dit) return refus("forme");
    if (const auto* faute = faute_de(*dit, attente)) return refus(faute);
    return Identite{.emetteur = attente.emetteur,
                    .sujet = texte(*dit, "sub"),
                    .acr = texte(*dit, "acr"),
                    .amr = textes(*dit, "amr")};
}

}  // namespace grappe::openid
