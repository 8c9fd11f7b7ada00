// For tests: a database, a key, and what the last mails said.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "courrier/boite.hpp"
#include "identity/connexion.hpp"
#include "identity/inscription.hpp"
#include "identity/moyens.hpp"
#include "storage/test_bases.hpp"

namespace grappe::identity {

inline core::Instant a(const char* instant) { return core::Instant::parse(instant).value(); }

inline rules::Phrases phrases_du_programme() {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/locale/fr.txt"};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return rules::Phrases::charger(texte.str()).value();
}

struct Monde {
    secret::Coffre coffre = secret::Coffre::neuf();
    rules::Phrases phrases = phrases_du_programme();
    Moyens moyens;

    explicit Monde(storage::Base& base)
        : moyens{.base = base,
                 .coffre = coffre,
                 .phrases = phrases,
                 .adresse_publique = "https://grappe.example",
                 .maintenant = a("2024-05-24T12:00:00Z"),
                 .reel = a("2026-02-01T08:00:00Z")} {}
    Monde(const Monde&) = delete;
    Monde& operator=(const Monde&) = delete;

    void avancer(std::chrono::seconds duree) {
        moyens.maintenant = core::Instant::of(moyens.maintenant.utc() + duree);
        moyens.reel = core::Instant::of(moyens.reel.utc() + duree);
    }

    // Every message that waits, oldest first, then marked as sent.
    std::vector<courrier::Message> releve() {
        std::vector<courrier::Message> messages;
        const auto toujours = a("2099-01-01T00:00:00Z");
        const auto plis = moyens.base.read(
            [&](storage::Reader& db) { return courrier::a_envoyer(db, toujours, 100); });
        (void)moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
            for (const auto& pli : plis) {
                messages.push_back(pli.message);
                courrier::noter_envoye(db, pli.id, toujours);
            }
            return {};
        });
        return messages;
    }

    // The token of the only message that waits.
    std::string jeton_recu() {
        const auto messages = releve();
        REQUIRE(messages.size() == 1);
        return jeton_de(messages.front());
    }

    static std::string jeton_de(const courrier::Message& message) {
        const auto debut = message.corps.find("jeton=") + 6;
        return message.corps.substr(debut, message.corps.find('\n', debut) - debut);
    }

    DemandeDeCompte demande(const char* courriel, const char* mot_de_passe) const {
        return {.courriel = courriel,
                .nom = "Exemple",
                .prenom = "Camille",
                .mot_de_passe = secret::Secret{mot_de_passe},
                .origine = {"192.0.2.1", "essai"}};
    }

    void inscrire(const char* courriel, const char* mot_de_passe) {
        REQUIRE(demander_un_compte(moyens, demande(courriel, mot_de_passe)));
        REQUIRE(activer(moyens, jeton_recu()));
    }

    core::Result<NouvelleSession> connexion(const char* courriel, const char* mot_de_passe,
                                            const std::string& code) const {
        return connecter(moyens, {.courriel = courriel,
                                  .mot_de_passe = secret::Secret{mot_de_passe},
                                  .code = code,
                                  .origine = {"192.0.2.1", "essai"}});
    }

    std::optional<Presence> presence(const std::string& jeton) const {
        return moyens.base.read(
            [&](storage::Reader& db) { return retrouver(db, jeton, moyens.reel); });
    }

    std::string compte(const char* courriel) const {
        const auto trouve = moyens.base.read([&](storage::Reader& db) {
            return trouver_par_courriel(db, Courriel::parse(courriel).value());
        });
        return trouve ? trouve->id : "";
    }
};

// "fait", or the code of the refusal.
template <class T>
std::string dit(const core::Result<T>& resultat) {
    return resultat ? "fait" : resultat.error().code;
}

inline constexpr const char* bon = "une phrase de passe";

}  // namespace grappe::identity
