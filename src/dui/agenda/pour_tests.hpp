// Events of the tests. Tests only.
#pragma once

#include <random>

#include "dui/agenda/evenement.hpp"
#include "rules/phrases_pour_tests.hpp"

namespace grappe::agenda::tests {

using rules::tests::espaces_simples, rules::tests::lire_fichier, rules::tests::phrases;

inline core::Instant a(const std::string& moment) {
    return recurrence::instant_de(recurrence::Moment::lire(moment).value());
}

// "chant" of 24 November 2026, between those hours.
inline Evenement evenement(const std::string& titre, const std::string& de, const std::string& fin,
                           std::vector<Participation> participations) {
    return {.id = titre,
            .titre = titre,
            .de = a("2026-11-24T" + de),
            .a = a("2026-11-24T" + fin),
            .participations = std::move(participations)};
}

inline Participation personne(const std::string& id, Presence presence = Presence::attendue,
                              const std::string& objectif = {}) {
    return {Genre::personne, id, presence, objectif};
}

class Hasard {
public:
    int entre(int bas, int haut) {
        return bas + static_cast<int>(source_() % static_cast<unsigned>(haut - bas + 1));
    }

    // A few hours of one day, so that much of it clashes.
    std::vector<Evenement> evenements(int nombre) {
        std::vector<Evenement> tous;
        const auto midi = a("2026-11-24T12:00");
        for (int i = 0; i < nombre; ++i) {
            const auto de = midi.utc() + std::chrono::minutes{15 * entre(0, 40)};
            const auto fin = de + std::chrono::minutes{15 * entre(1, 8)};
            Evenement un{.id = "E" + std::to_string(i),
                         .titre = "E" + std::to_string(i),
                         .de = core::Instant::of(de),
                         .a = core::Instant::of(fin),
                         .statut = static_cast<Statut>(entre(0, 4))};
            for (int reste = entre(0, 5); reste > 0; --reste)
                un.participations.push_back({static_cast<Genre>(entre(0, 3)),
                                             std::to_string(entre(1, 4)),
                                             static_cast<Presence>(entre(0, 4)), ""});
            tous.push_back(std::move(un));
        }
        return tous;
    }

private:
    std::mt19937 source_{20261123};
};

}  // namespace grappe::agenda::tests
