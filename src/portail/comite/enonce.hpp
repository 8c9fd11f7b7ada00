// Énoncé: what a committee states before a proposal is computed: what counts, the envelope, what
// each share must have at least, what is retained or left out at once. No text gives any (SEL-08).
#pragma once

#include "portail/comite/candidat.hpp"
#include "portail/proposition/demande.hpp"
#include "rules/phrases.hpp"

namespace grappe::comite {

// So many points for a dossier in which the session found this of that criterion.
struct Poids {
    std::string critere;
    Presente constat;
    std::int64_t points = 0;
};

// As stated: a dossier is named by its id or by the number of its receipt, until `preparer` reads
// both as the id.
struct Enonce {
    std::optional<core::Money> enveloppe{};        // empty: what the committee can still retain
    std::map<std::string, std::int64_t> points{};  // these, the weights: none at all, each
    std::vector<Poids> poids{};                    // dossier counts for one
    std::int64_t par_essms = 0;                    // points for each establishment
    std::vector<proposition::PartMinimale> parts_minimales{};
    std::vector<std::string> imposes{}, exclus{};

    bool sans_priorite() const { return points.empty() && poids.empty() && par_essms == 0; }
};

// A minimum as it is typed and kept: "part" (percent "12,5", or "1/3"), "montant" or "nombre".
struct MinimumDit {
    std::string unite, combien;
};
MinimumDit ecrire_minimum(const proposition::Minimum& minimum);
std::optional<proposition::Minimum> lire_minimum(const MinimumDit& dit);

// "400 000,50 €", "400000.50".
std::optional<core::Money> lire_montant(std::string_view texte);

// Points of one dossier, and how they come: "5 énoncés, 2 pour « ROR » : Oui".
struct PointsDits {
    std::int64_t points = 0;
    std::string detail;
};
struct PourCompter {
    const Enonce& enonce;
    const std::vector<programme::Enonce>& criteres;
    const rules::Phrases& phrases;
};
// `enonce` names dossiers by their ids. `constats`: the last finding of each criterion.
PointsDits points_de(const Candidat& candidat, const std::map<std::string, Presente>& constats,
                     const PourCompter& pour);

}  // namespace grappe::comite
