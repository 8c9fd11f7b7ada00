// Mails as their reader wants them, on every engine: what is never refused, what waits, what goes.
#include <doctest/doctest.h>

#include "audit/journal.hpp"
#include "identity/monde_pour_tests.hpp"
#include "identity/preference_courrier.hpp"

namespace grappe::identity {
namespace {

Compte compte(const char* id) {
    const std::string adresse = std::string{id} + "@exemple.fr";
    return {.id = id,
            .courriel = Courriel::parse(adresse).value(),
            .nom = "Exemple",
            .prenom = "Camille",
            .mot_de_passe = "",
            .role = access::Role::porteur,
            .region = "",
            .cree_le = a("2026-01-01T00:00:00Z"),
            .ferme = false};
}

void sur_chaque_base(const std::function<void(Monde&, const Compte&)>& essai) {
    storage::on_every_portail([&](storage::Base& base) {
        Monde monde{base};
        const auto qui = compte("porteur-1");
        (void)base.write([&](storage::Writer& db) -> core::Result<void> {
            ajouter_compte(db, qui);
            return {};
        });
        essai(monde, qui);
    });
}

void veut(const Monde& monde, Regime regime) {
    (void)monde.moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        choisir_le_regime(db, "porteur-1", regime, monde.moyens.maintenant);
        return {};
    });
}

void envoie(const Monde& monde, const Compte& qui, Poids poids, const char* objet) {
    (void)monde.moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        envoyer(db,
                {.compte = qui,
                 .poids = poids,
                 .message = {.destinataire = qui.courriel.text(), .objet = objet, .corps = "Corps"},
                 .lien = "https://grappe.example/dossiers/1"},
                monde.moyens.reel);
        return {};
    });
}

int resume(const Monde& monde) {
    return envoyer_les_resumes(monde.moyens.base,
                               {.phrases = monde.phrases,
                                .adresse_publique = monde.moyens.adresse_publique,
                                .reel = monde.moyens.reel},
                               monde.moyens.reel);
}

}  // namespace

TEST_CASE("what protects, proves or asks goes at once in every regime; news as chosen") {
    for (const auto& [regime, nom] : names(Regime{})) {
        CHECK(sort_de(regime, Poids::obligatoire) == Sort::aussitot);
        CHECK(sort_de(regime, Poids::acte) == Sort::aussitot);
    }
    CHECK(sort_de(Regime::chaque, Poids::nouvelle) == Sort::aussitot);
    CHECK(sort_de(Regime::resume, Poids::nouvelle) == Sort::au_resume);
    CHECK(sort_de(Regime::actes, Poids::nouvelle) == Sort::jamais);
}

TEST_CASE("who chose nothing gets each mail; a choice is in the journal and may change again") {
    sur_chaque_base([](Monde& monde, const Compte& qui) {
        envoie(monde, qui, Poids::nouvelle, "Première");
        CHECK(monde.releve().size() == 1);
        veut(monde, Regime::actes);
        envoie(monde, qui, Poids::nouvelle, "Perdue");
        CHECK(monde.releve().empty());
        envoie(monde, qui, Poids::acte, "Attendue");
        envoie(monde, qui, Poids::obligatoire, "Due");
        CHECK(monde.releve().size() == 2);
        veut(monde, Regime::chaque);
        envoie(monde, qui, Poids::nouvelle, "Revenue");
        CHECK(monde.releve().size() == 1);
        CHECK(monde.moyens.base.read(
            [](storage::Reader& db) { return audit::verifier(db, std::nullopt).has_value(); }));
    });
}

TEST_CASE("the news of a day make one mail the next morning, once") {
    sur_chaque_base([](Monde& monde, const Compte& qui) {
        veut(monde, Regime::resume);
        envoie(monde, qui, Poids::nouvelle, "Dossier pris");
        monde.avancer(std::chrono::minutes{1});
        envoie(monde, qui, Poids::nouvelle, "Accord donné");
        CHECK(resume(monde) == 0);
        monde.avancer(std::chrono::hours{24});
        CHECK(resume(monde) == 1);
        CHECK(resume(monde) == 0);
        const auto messages = monde.releve();
        REQUIRE(messages.size() == 1);
        CHECK(messages[0].objet.find("2 nouvelles") != std::string::npos);
        CHECK(messages[0].corps.find("Dossier pris") < messages[0].corps.find("Accord donné"));
        CHECK(messages[0].corps.find("https://grappe.example/dossiers/1") != std::string::npos);
        envoie(monde, qui, Poids::nouvelle, "Encore");
        monde.avancer(std::chrono::hours{24});
        CHECK(resume(monde) == 1);
    });
}

TEST_CASE("the morning is seven o'clock in Paris, in winter and in summer") {
    CHECK(seuil_du_resume(a("2026-02-01T05:59:59Z")) == a("2026-01-31T06:00:00Z"));
    CHECK(seuil_du_resume(a("2026-02-01T06:00:00Z")) == a("2026-02-01T06:00:00Z"));
    CHECK(seuil_du_resume(a("2026-07-01T04:59:59Z")) == a("2026-06-30T05:00:00Z"));
    CHECK(seuil_du_resume(a("2026-07-01T05:00:00Z")) == a("2026-07-01T05:00:00Z"));
}

}  // namespace grappe::identity
