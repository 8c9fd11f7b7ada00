// Mixed-integer rounding, in integers. From a combination of rows sum(a_j x_j) + sum(y_r s_r) = b
// where s_r >= 0 is what row r leaves, and a divisor d, with a_j = q_j d + r_j and b = q d + r:
//   sum((q_j (d - r) + max(0, r_j - r)) x_j) + sum over y_r < 0 of (y_r s_r) <= q (d - r),
// first written with 1 - x_j for the variables that the relaxation holds near 1.
#include "portail/proposition/coupes.hpp"

#include <algorithm>
#include <utility>

namespace grappe::proposition {
namespace {

using core::i128;

constexpr int tours = 30, coupes_par_tour = 20, diviseurs_par_ligne = 8, tours_sans_gain = 4;
constexpr i128 plus_grand_coefficient = i128{1} << 44;
constexpr int violation_utile = 1'000;  // millionths of the greatest coefficient

struct Combinaison {
    std::vector<i128> coefficients;
    i128 au_plus = 0;
};

struct Coupe {
    Ligne ligne;
    i128 violation = 0;  // millionths of its greatest coefficient
    int rang = 0;        // parts equal violations
};

i128 quotient(i128 valeur, i128 diviseur) {
    const auto q = valeur / diviseur;
    return valeur % diviseur < 0 ? q - 1 : q;
}

Combinaison combiner(const std::vector<Ligne>& lignes, const std::vector<i128>& poids) {
    Combinaison somme{.coefficients = std::vector<i128>(lignes.front().coefficients.size())};
    for (std::size_t r = 0; r < lignes.size(); ++r) {
        if (poids[r] == 0) continue;
        somme.au_plus += poids[r] * lignes[r].au_plus;
        for (std::size_t j = 0; j < somme.coefficients.size(); ++j)
            somme.coefficients[j] += poids[r] * lignes[r].coefficients[j];
    }
    return somme;
}

// Of integers: the sum of floor(c / k) x_j is an integer under b / k, so under its floor.
Ligne reduite(const Combinaison& large) {
    i128 plus_grand = 1;
    for (const auto un : large.coefficients) plus_grand = std::max(plus_grand, un < 0 ? -un : un);
    const auto k = plus_grand / plus_grand_coefficient + 1;
    Ligne ligne;
    for (const auto un : large.coefficients)
        ligne.coefficients.push_back(static_cast<std::int64_t>(quotient(un, k)));
    const auto bord = i128{1} << 61;  // beyond it a row of such coefficients says nothing
    ligne.au_plus = static_cast<std::int64_t>(std::clamp(quotient(large.au_plus, k), -bord, bord));
    return ligne;
}

i128 violation(const Ligne& ligne, const std::vector<int>& parties) {
    i128 trop = -i128{ligne.au_plus} * entier;
    std::int64_t plus_grand = 1;
    for (std::size_t j = 0; j < parties.size(); ++j) {
        trop += i128{ligne.coefficients[j]} * parties[j];
        plus_grand = std::max(plus_grand, std::abs(ligne.coefficients[j]));
    }
    return trop / plus_grand;
}

class Arrondi {
public:
    Arrondi(const std::vector<Ligne>& lignes, const std::vector<int>& parties)
        : lignes_{lignes}, parties_{parties} {}

    Coupe couper(const Combinaison& somme, const std::vector<i128>& poids, i128 diviseur) const {
        Combinaison coupe{.coefficients = somme.coefficients, .au_plus = somme.au_plus};
        for (std::size_t j = 0; j < parties_.size(); ++j)
            if (inversee(j)) coupe.au_plus -= somme.coefficients[j];
        const auto q = quotient(coupe.au_plus, diviseur);
        const auto reste = coupe.au_plus - q * diviseur;
        const auto facteur = diviseur - reste;
        coupe.au_plus = q * facteur;
        for (std::size_t j = 0; j < parties_.size(); ++j) {
            const auto a = inversee(j) ? -somme.coefficients[j] : somme.coefficients[j];
            const auto qj = quotient(a, diviseur);
            const auto arrondi = qj * facteur + std::max<i128>(0, a - qj * diviseur - reste);
            coupe.coefficients[j] = inversee(j) ? -arrondi : arrondi;
            if (inversee(j)) coupe.au_plus -= arrondi;
        }
        for (std::size_t r = 0; r < lignes_.size(); ++r) {
            if (poids[r] >= 0) continue;
            coupe.au_plus -= poids[r] * lignes_[r].au_plus;
            for (std::size_t j = 0; j < parties_.size(); ++j)
                coupe.coefficients[j] -= poids[r] * lignes_[r].coefficients[j];
        }
        Coupe sortie{.ligne = reduite(coupe)};
        sortie.violation = violation(sortie.ligne, parties_);
        return sortie;
    }

private:
    bool inversee(std::size_t j) const { return parties_[j] * 2 > entier; }

    const std::vector<Ligne>& lignes_;
    const std::vector<int>& parties_;
};

// Of one row: divided by the coefficients of the variables that the relaxation cuts.
void d_une_ligne(const std::vector<Ligne>& lignes, std::size_t rang,
                 const std::vector<int>& parties, std::vector<Coupe>& coupes) {
    std::vector<i128> poids(lignes.size());
    poids[rang] = 1;
    const auto somme = combiner(lignes, poids);
    std::vector<i128> diviseurs;
    for (std::size_t j = 0; j < parties.size(); ++j) {
        const auto a = somme.coefficients[j] < 0 ? -somme.coefficients[j] : somme.coefficients[j];
        if (parties[j] > 0 && parties[j] < entier && a > 1 &&
            std::ranges::find(diviseurs, a) == diviseurs.end() &&
            diviseurs.size() < diviseurs_par_ligne)
            diviseurs.push_back(a);
    }
    Coupe meilleure;
    for (const auto d : diviseurs)
        for (const int parts : {1, 2, 3})
            if (auto une = Arrondi{lignes, parties}.couper(somme, poids, d / parts + 1);
                une.violation > meilleure.violation)
                meilleure = std::move(une);
    if (meilleure.violation > violation_utile) coupes.push_back(std::move(meilleure));
}

void du_tableau(const std::vector<Ligne>& lignes, const std::vector<i128>& poids,
                const std::vector<int>& parties, std::vector<Coupe>& coupes) {
    const auto somme = combiner(lignes, poids);
    auto une = Arrondi{lignes, parties}.couper(somme, poids, unite_de_combinaison);
    if (une.violation > violation_utile) coupes.push_back(std::move(une));
}

std::vector<Coupe> tour(const std::vector<Ligne>& lignes, Relaxation& relaxation,
                        const std::vector<int>& parties) {
    std::vector<Coupe> coupes;
    for (std::size_t r = 0; r < lignes.size(); ++r) d_une_ligne(lignes, r, parties, coupes);
    for (auto& poids : relaxation.combinaisons()) {
        du_tableau(lignes, poids, parties, coupes);
        for (auto& un : poids) un = -un;
        du_tableau(lignes, poids, parties, coupes);
    }
    for (std::size_t k = 0; k < coupes.size(); ++k) coupes[k].rang = static_cast<int>(k);
    std::ranges::sort(coupes, std::ranges::greater{}, [](const Coupe& une) {
        return std::pair{une.violation, -une.rang};
    });
    if (coupes.size() > coupes_par_tour) coupes.resize(coupes_par_tour);
    return coupes;
}

// The rows of the demand, and the cuts that bear on the bound.
std::vector<Ligne> utiles(const std::vector<Ligne>& lignes, std::size_t premieres,
                          const std::vector<i128>& multiplicateurs) {
    std::vector<Ligne> gardees;
    for (std::size_t r = 0; r < lignes.size(); ++r)
        if (r < premieres || multiplicateurs[r] > 0) gardees.push_back(lignes[r]);
    return gardees;
}

}  // namespace

std::vector<Ligne> lignes_et_coupes(const Modele& modele) {
    auto renforce = modele;
    std::vector<Ligne> gardees = modele.lignes;
    i128 bas = 0;
    for (int fait = 0, sans_gain = 0; fait < tours && sans_gain < tours_sans_gain; ++fait) {
        Relaxation relaxation{renforce};
        const auto& conseil = relaxation.conseil(modele.depart);
        if (conseil.etat != Conseil::Etat::optimum) return gardees;
        gardees = utiles(renforce.lignes, modele.lignes.size(), conseil.multiplicateurs);
        i128 valeur = 0;
        for (std::size_t j = 0; j < modele.variables(); ++j)
            valeur += i128{modele.but[j]} * conseil.parties[j];
        sans_gain = fait > 0 && bas - valeur < entier / 100 ? sans_gain + 1 : 0;
        bas = valeur;
        const auto coupes = tour(renforce.lignes, relaxation, conseil.parties);
        if (coupes.empty()) return gardees;
        renforce.lignes = gardees;
        for (const auto& une : coupes) renforce.lignes.push_back(une.ligne);
    }
    return gardees;
}

}  // namespace grappe::proposition
