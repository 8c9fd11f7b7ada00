// Calls CLP. With secours.cpp, the only file of the module with doubles: nothing decided here
// counts.
#include "portail/proposition/relaxation.hpp"

#include <cmath>
#include <coin/ClpSimplex.hpp>

namespace grappe::proposition {
namespace {

constexpr int chiffres_du_but = 60;  // multipliers are counted in 2^-60 of the goal

// A row is given to CLP divided by its greatest coefficient: amounts in cents and numbers of
// dossiers then weigh alike.
double echelle(const Ligne& ligne) {
    double plus_grand = 1;
    for (const auto coefficient : ligne.coefficients)
        plus_grand = std::max(plus_grand, std::fabs(static_cast<double>(coefficient)));
    return plus_grand;
}

core::i128 entier_de(double multiplicateur) {
    constexpr double trop = 1e18;
    if (!(multiplicateur > 0) || multiplicateur > trop) return 0;
    return static_cast<core::i128>(std::ldexp(multiplicateur, chiffres_du_but));
}

constexpr double pivot_nul = 1e-9;

// Gauss-Jordan: columns of `carre` become those of its inverse. False when it has none.
bool inverser(std::vector<std::vector<double>>& carre) {
    const auto n = carre.size();
    for (std::size_t i = 0; i < n; ++i) {
        carre[i].resize(2 * n);
        carre[i][n + i] = 1;
    }
    for (std::size_t k = 0; k < n; ++k) {
        auto pivot = k;
        for (std::size_t i = k; i < n; ++i)
            if (std::fabs(carre[i][k]) > std::fabs(carre[pivot][k])) pivot = i;
        if (std::fabs(carre[pivot][k]) < pivot_nul) return false;
        std::swap(carre[k], carre[pivot]);
        for (std::size_t i = 0; i < n; ++i) {
            if (i == k) continue;
            const double facteur = carre[i][k] / carre[k][k];
            if (facteur == 0) continue;
            for (std::size_t j = 0; j < 2 * n; ++j) carre[i][j] -= facteur * carre[k][j];
        }
    }
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = n; j < 2 * n; ++j) carre[i][j] /= carre[i][i];
    return true;
}

}  // namespace

struct Relaxation::Programme {
    ClpSimplex clp;
    std::vector<double> echelles, bas, haut;
    double but = 1;
    Conseil conseil;
    const std::vector<Ligne>* lignes = nullptr;
};

Relaxation::Relaxation(const Modele& modele) : programme_{std::make_unique<Programme>()} {
    auto& p = *programme_;
    const int colonnes = static_cast<int>(modele.variables());
    p.clp.setLogLevel(0);
    p.clp.resize(0, colonnes);
    p.bas.assign(modele.variables(), 0);
    p.haut.assign(modele.variables(), 1);
    for (const auto valeur : modele.but)
        p.but = std::max(p.but, std::fabs(static_cast<double>(valeur)));
    for (int j = 0; j < colonnes; ++j) {
        p.clp.setObjectiveCoefficient(
            j, -static_cast<double>(modele.but[static_cast<std::size_t>(j)]) / p.but);
        p.clp.setColumnBounds(j, 0, 1);
    }
    for (const auto& ligne : modele.lignes) {
        p.echelles.push_back(echelle(ligne));
        std::vector<int> rangs;
        std::vector<double> valeurs;
        for (int j = 0; j < colonnes; ++j)
            if (const auto un = ligne.coefficients[static_cast<std::size_t>(j)]; un != 0) {
                rangs.push_back(j);
                valeurs.push_back(static_cast<double>(un) / p.echelles.back());
            }
        p.clp.addRow(static_cast<int>(rangs.size()), rangs.data(), valeurs.data(), -COIN_DBL_MAX,
                     static_cast<double>(ligne.au_plus) / p.echelles.back());
    }
    p.conseil.multiplicateurs.resize(modele.lignes.size());
    p.conseil.parties.resize(modele.variables());
    p.lignes = &modele.lignes;
}

Relaxation::~Relaxation() = default;
Relaxation::Relaxation(Relaxation&&) noexcept = default;

const Conseil& Relaxation::conseil(const Choisis& choisis) {
    auto& p = *programme_;
    for (std::size_t j = 0; j < choisis.size(); ++j) {
        p.bas[j] = choisis[j] == Choix::retenu ? 1 : 0;
        p.haut[j] = choisis[j] == Choix::ecarte ? 0 : 1;
    }
    p.clp.chgColumnLower(p.bas.data());
    p.clp.chgColumnUpper(p.haut.data());
    p.clp.dual();
    auto& conseil = p.conseil;
    conseil.etat = Conseil::Etat::sans_avis;
    if (p.clp.isProvenOptimal()) {
        conseil.etat = Conseil::Etat::optimum;
        const double* duales = p.clp.dualRowSolution();
        for (std::size_t r = 0; r < p.echelles.size(); ++r)
            conseil.multiplicateurs[r] = entier_de(-duales[r] * p.but / p.echelles[r]);
        const double* valeurs = p.clp.primalColumnSolution();
        for (std::size_t j = 0; j < choisis.size(); ++j)
            conseil.parties[j] =
                static_cast<int>(std::lround(std::clamp(valeurs[j], 0.0, 1.0) * entier));
    } else if (p.clp.isProvenPrimalInfeasible()) {
        const std::unique_ptr<double[]> rayon{p.clp.infeasibilityRay()};
        if (rayon) {
            conseil.etat = Conseil::Etat::impossible;
            for (std::size_t r = 0; r < p.echelles.size(); ++r)
                conseil.multiplicateurs[r] = entier_de(std::fabs(rayon[r]) / p.echelles[r]);
        }
    }
    return conseil;
}

std::vector<std::vector<core::i128>> Relaxation::combinaisons() const {
    const auto& p = *programme_;
    std::vector<std::size_t> serrees, coupees;  // rows that bind, variables of the basis
    for (std::size_t r = 0; r < p.echelles.size(); ++r)
        if (p.clp.getRowStatus(static_cast<int>(r)) != ClpSimplex::basic) serrees.push_back(r);
    for (std::size_t j = 0; j < p.bas.size(); ++j)
        if (p.clp.getColumnStatus(static_cast<int>(j)) == ClpSimplex::basic) coupees.push_back(j);
    if (serrees.size() != coupees.size()) return {};
    std::vector<std::vector<double>> carre;
    for (const auto r : serrees) {
        carre.emplace_back();
        for (const auto j : coupees)
            carre.back().push_back(static_cast<double>((*p.lignes)[r].coefficients[j]) /
                                   p.echelles[r]);
    }
    if (!inverser(carre)) return {};
    std::vector<std::vector<core::i128>> toutes;
    for (std::size_t i = 0; i < coupees.size(); ++i) {
        const int partie = p.conseil.parties[coupees[i]];
        if (partie == 0 || partie == entier) continue;
        std::vector<core::i128> poids(p.echelles.size());
        for (std::size_t k = 0; k < serrees.size(); ++k) {
            const double un = carre[i][coupees.size() + k] / p.echelles[serrees[k]];
            if (std::fabs(un) < 1e6)
                poids[serrees[k]] = static_cast<core::i128>(std::ldexp(un, 62));
        }
        toutes.push_back(std::move(poids));
    }
    return toutes;
}

}  // namespace grappe::proposition
