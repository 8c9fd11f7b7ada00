// For tests: fictitious persons and stays, recorded one after the other.
#pragma once

#include <doctest/doctest.h>

#include "core/json_text.hpp"
#include "dui/annuaire/annuaire.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "storage/base.hpp"

namespace grappe::annuaire::tests {

inline core::Finess etablissement(const std::string& numero) {
    return core::Finess::parse(numero).value();
}
inline const std::string tilleuls = "330000001", erables = "330000019", saules = "330000027";

inline core::Date le(std::string_view jour) { return core::Date::parse(jour).value(); }

struct Traits {
    std::string nom;
    std::vector<std::string> prenoms;
    std::string naissance = "1941-03-12", finess_et = tilleuls, nom_utilise{};
};

inline fait::Fait une_personne(const std::string& id, const Traits& traits) {
    std::string prenoms, utilise;
    for (const auto& un : traits.prenoms)
        prenoms += (prenoms.empty() ? "" : ",") + core::json_text(un);
    if (!traits.nom_utilise.empty())
        utilise = R"(,"nom_utilise":)" + core::json_text(traits.nom_utilise);
    return {.id = id,
            .type = fait::Type::personne,
            .finess_et = etablissement(traits.finess_et),
            .personnes = {},
            .debut = fait::repere_de(traits.naissance, fait::Unite::jour),
            .fin = {},
            .etat = fait::Etat::provisoire,
            .reste = R"({"lieu_naissance":"33063","nom_naissance":)" + core::json_text(traits.nom) +
                     utilise + R"(,"prenoms":[)" + prenoms + R"(],"sexe":"F"})"};
}

struct Passage {
    std::string finess_et = tilleuls, entree = "2024-01-10", sortie{};
};

inline fait::Fait un_sejour(const std::string& id, const std::string& personne,
                            const Passage& passage) {
    return {.id = id,
            .type = fait::Type::sejour,
            .finess_et = etablissement(passage.finess_et),
            .personnes = {personne},
            .debut = fait::repere_de(passage.entree, fait::Unite::jour),
            .fin = fait::repere_de(passage.sortie, fait::Unite::jour),
            .etat = fait::Etat::permanent,
            .reste = {}};
}

// Each as the next version of its id, under one act.
inline void enregistrer(storage::Base& base, const std::vector<fait::Fait>& faits) {
    REQUIRE(base.write([&](storage::Writer& db) -> core::Result<void> {
        (void)magasin::marque(db);
        const auto acte = magasin::dernier_enregistrement(db).numero + 1;
        for (const auto& un : faits) {
            std::int64_t version = 1;
            const std::string_view id{un.id};
            magasin::versions_de(db, {&id, 1}, [&](magasin::Version&&) { ++version; });
            const magasin::Version neuve{magasin::dernier_fait(db) + 1, version, acte, un};
            magasin::ajouter(db, {&neuve, 1});
        }
        magasin::ajouter_acte(db, {.enregistrement = {acte, magasin::Moment{acte}},
                                   .auteur = "essai",
                                   .origine = "import",
                                   .faits = static_cast<std::int64_t>(faits.size())});
        return {};
    }));
}

inline void rafraichir(Annuaire& annuaire, storage::Base& base) {
    base.read([&](storage::Reader& db) { annuaire.mettre_a_jour(db); });
}

inline const Lisible partout = [](std::string_view) { return true; };

}  // namespace grappe::annuaire::tests
