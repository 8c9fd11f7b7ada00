// For tests: fictitious persons of one establishment, and instants after a fixed one.
#pragma once

#include <doctest/doctest.h>

#include <initializer_list>

#include "dui/magasin/faits_repository.hpp"
#include "storage/base.hpp"

namespace grappe::element::tests {

inline core::Finess tilleuls() { return core::Finess::parse("330000001").value(); }

// Seconds after 2024-08-01T10:00:00Z, noon in Paris.
inline core::Instant a(std::int64_t secondes) {
    return core::Instant::of(
        std::chrono::sys_seconds{std::chrono::seconds{1'722'506'400 + secondes}});
}
inline magasin::Moment moment(std::int64_t secondes) { return magasin::Moment{a(secondes).utc()}; }

inline void ouvrir_un_compte(storage::Writer& db, const char* id) {
    db.run({"essai.compte", R"(
        INSERT INTO compte (id, courriel, courriel_cle, nom, prenom, mot_de_passe, role, cree_le,
                            version)
        VALUES ($1, $1 || '@exemple.fr', $1 || '@exemple.fr', 'Exemple', 'Alix', '-',
                'professionnel', '2024-01-01T00:00:00Z', 1))"},
           id);
}

// Each with a stay that goes on.
inline void connaitre(storage::Base& base, std::initializer_list<const char*> personnes) {
    REQUIRE(base.write([&](storage::Writer& db) -> core::Result<void> {
        (void)magasin::marque(db);
        std::vector<magasin::Version> faits;
        auto numero = magasin::dernier_fait(db);
        for (const auto* id : personnes) {
            fait::Fait personne{.id = id,
                                .type = fait::Type::personne,
                                .finess_et = tilleuls(),
                                .personnes = {},
                                .debut = -10'000,
                                .fin = {},
                                .etat = fait::Etat::provisoire,
                                .reste = R"({"lieu_naissance":"33063","nom_naissance":"EXEMPLE",)"
                                         R"("prenoms":["ALIX"],"sexe":"F"})"};
            fait::Fait sejour{.id = std::string{"sejour-"} + id,
                              .type = fait::Type::sejour,
                              .finess_et = tilleuls(),
                              .personnes = {id},
                              .debut = 19'000,
                              .fin = {},
                              .etat = fait::Etat::permanent,
                              .reste = {}};
            faits.push_back({++numero, 1, 1, std::move(personne)});
            faits.push_back({++numero, 1, 1, std::move(sejour)});
        }
        magasin::ajouter(db, faits);
        magasin::ajouter_acte(db, {.enregistrement = {1, magasin::Moment{1}},
                                   .auteur = "essai",
                                   .origine = "import",
                                   .faits = static_cast<std::int64_t>(faits.size())});
        return {};
    }));
}

}  // namespace grappe::element::tests
