// Demands made at random: the same for a seed on every machine.
#pragma once

#include <chrono>
#include <random>
#include <string>

#include "portail/proposition/demande.hpp"

namespace grappe::proposition {

class Hasard {
public:
    explicit Hasard(unsigned graine) : suite_{graine} {}
    int sous(int borne) { return static_cast<int>(suite_() % static_cast<unsigned>(borne)); }
    int entre(int bas, int haut) { return bas + sous(haut - bas + 1); }
    bool une_fois_sur(int combien) { return sous(combien) == 0; }

private:
    std::mt19937 suite_;
};

inline core::Instant instant_de_depot(int minutes) {
    return core::Instant::of(std::chrono::sys_seconds{} + std::chrono::hours{475'000} +
                             std::chrono::minutes{minutes});
}

// A window as a region sees it: 15 to 60 establishments a project, six sectors of which a project
// serves one to three, twelve departments, three legal statuses, two degrees of commitment.
inline Candidat projet_ordinaire(Hasard& hasard, int rang) {
    const int etablissements = hasard.entre(15, 60);
    const auto un = core::Money::cents(hasard.une_fois_sur(3) ? 1'050'000 : 2'100'000);
    Candidat projet{.numero = "P-" + std::to_string(10'000 + rang),
                    .depose_le = instant_de_depot(hasard.sous(60'000)),
                    .points = hasard.entre(1, 20)};
    auto& secteurs = projet.parts["secteur"];
    for (int reste = etablissements; reste > 0;) {
        const int combien = hasard.une_fois_sur(2) ? reste : hasard.entre(1, reste);
        secteurs["S" + std::to_string(std::min(hasard.sous(6), hasard.sous(6)))] += un * combien;
        reste -= combien;
    }
    projet.montant = un * etablissements;
    if (hasard.une_fois_sur(2)) {
        const auto specifique = core::Money::cents(hasard.entre(100'000, 4'500'000));
        projet.montant += specifique;
        secteurs.begin()->second += specifique;
    }
    projet.parts["departement"]["D" + std::to_string(hasard.sous(12))] = projet.montant;
    projet.parts["statut"]["J" + std::to_string(std::min(hasard.sous(3), hasard.sous(4)))] =
        projet.montant;
    projet.parts["engagement"][hasard.une_fois_sur(3) ? "fort" : "ordinaire"] = projet.montant;
    return projet;
}

// Every value of every attribute has a share: `pour_cent` of what it weighs among the candidates.
inline Demande fenetre_ordinaire(unsigned graine, int combien, int pour_cent) {
    Hasard hasard{graine};
    Demande demande;
    core::Money total;
    std::map<std::string, Repartition> poids;
    for (int rang = 0; rang < combien; ++rang) {
        demande.candidats.push_back(projet_ordinaire(hasard, rang));
        total += demande.candidats.back().montant;
        for (const auto& [attribut, valeurs] : demande.candidats.back().parts)
            for (const auto& [valeur, montant] : valeurs) poids[attribut][valeur] += montant;
    }
    demande.contraintes.enveloppe = core::Money::euros(total.in_cents() * 35 / 10'000);
    for (const auto& [attribut, valeurs] : poids)
        for (const auto& [valeur, montant] : valeurs) {
            const auto milliemes = montant.in_cents() * 10 * pour_cent / total.in_cents();
            demande.contraintes.parts_minimales.push_back(
                {attribut, valeur, core::Fraction{milliemes, 1'000}});
        }
    return demande;
}

}  // namespace grappe::proposition
