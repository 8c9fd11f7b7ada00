// Fournisseur: the provider as the server knows it: its addresses and keys, kept for an hour, and
// whether it answers.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "openid/annonce.hpp"
#include "openid/appel.hpp"
#include "openid/depart.hpp"
#include "openid/jeton_id.hpp"
#include "openid/reglages.hpp"

namespace grappe::openid {

// What the browser brought back.
struct Retour {
    std::string code, etat, emetteur, erreur;
};

// Threads share it. One call at a time leaves the server: a provider that hangs holds one of its
// threads, the others wait for it a third of a second at most. After a discovery that failed, or an
// exchange that got no answer, nobody asks again for ten seconds. Whoever leaves for a provider
// that is known waits for nobody.
class Fournisseur {
public:
    explicit Fournisseur(Reglages reglages) : reglages_{std::move(reglages)} {}
    Fournisseur(const Fournisseur&) = delete;
    Fournisseur& operator=(const Fournisseur&) = delete;

    const std::string& nom() const { return reglages_.nom; }

    // Where to send the browser. `adresse_de_retour` is the one the provider has on file.
    core::Result<std::string> partir(const Depart& depart, const std::string& adresse_de_retour,
                                     core::Instant reel);

    // Who came back. Codes "openid.retour" (another attempt's answer), "openid.renonce" (the
    // person or the provider said no), "openid.jeton", "openid.injoignable", "openid.annonce".
    core::Result<Identite> reconnaitre(const Depart& depart, const Retour& retour,
                                       const std::string& adresse_de_retour, core::Instant reel);

    // The provider proved a second factor, in a way that the operator believes.
    bool prouve_un_second_facteur(const Identite& identite) const;

private:
    std::optional<Annonce> annonce_connue(core::Instant reel) const;
    core::Result<Annonce> annonce(core::Instant reel);  // `verrou_` is held, as for the next three
    core::Result<std::vector<Cle>> cles(const Annonce& annonce, core::Instant reel);
    core::Result<Identite> verifier_le_jeton(std::string_view jeton, const Annonce& annonce,
                                             const Attente& attente);
    core::Result<Reponse> echanger(const Depart& depart, const Retour& retour,
                                   const Annonce& annonce,
                                   const std::string& adresse_de_retour) const;

    const Reglages reglages_;
    std::timed_mutex verrou_;     // of the calls, and of what they leave
    mutable std::mutex memoire_;  // of the announcement, which is read without a call
    std::optional<Annonce> annonce_;
    std::vector<Cle> cles_;
    std::optional<core::Instant> annonce_le_, cles_le_, panne_le_, muet_le_;
};

}  // namespace grappe::openid
