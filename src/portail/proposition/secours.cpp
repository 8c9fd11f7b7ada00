// Calls CBC by its classes: its command-line driver, which prints and keeps global state, is not
// used. Apart from relaxation.cpp, the only file of the module with doubles.
#include "portail/proposition/secours.hpp"

#include <cmath>
#include <coin/CbcEventHandler.hpp>
#include <coin/CbcHeuristic.hpp>
#include <coin/CbcHeuristicFPump.hpp>
#include <coin/CbcModel.hpp>
#include <coin/CglGomory.hpp>
#include <coin/CglKnapsackCover.hpp>
#include <coin/CglMixedIntegerRounding2.hpp>
#include <coin/OsiClpSolverInterface.hpp>

namespace grappe::proposition {
namespace {

constexpr int noeuds_de_cbc = 20'000;

class Montre : public CbcEventHandler {
public:
    explicit Montre(const Compteur& compteur) : compteur_{&compteur} {}
    CbcAction event(CbcEvent) override { return compteur_->arretee() ? stop : noAction; }
    CbcEventHandler* clone() const override { return new Montre{*this}; }

private:
    const Compteur* compteur_;
};

// Each row divided by its greatest coefficient: amounts and numbers of dossiers weigh alike.
void charger(OsiClpSolverInterface& osi, const Modele& modele) {
    const int colonnes = static_cast<int>(modele.variables());
    CoinPackedMatrix matrice{false, 0, 0};
    matrice.setDimensions(0, colonnes);
    std::vector<double> au_plus;
    for (const auto& ligne : modele.lignes) {
        double echelle = 1;
        for (const auto un : ligne.coefficients)
            echelle = std::max(echelle, std::fabs(static_cast<double>(un)));
        CoinPackedVector ligne_de_cbc;
        for (int j = 0; j < colonnes; ++j)
            if (const auto un = ligne.coefficients[static_cast<std::size_t>(j)]; un != 0)
                ligne_de_cbc.insert(j, static_cast<double>(un) / echelle);
        matrice.appendRow(ligne_de_cbc);
        au_plus.push_back(static_cast<double>(ligne.au_plus) / echelle);
    }
    std::vector<double> bas, haut, but;
    for (std::size_t j = 0; j < modele.variables(); ++j) {
        bas.push_back(modele.depart[j] == Choix::retenu ? 1 : 0);
        haut.push_back(modele.depart[j] == Choix::ecarte ? 0 : 1);
        but.push_back(-static_cast<double>(modele.but[j]));
    }
    const std::vector<double> au_moins(au_plus.size(), -COIN_DBL_MAX);
    osi.loadProblem(matrice, bas.data(), haut.data(), but.data(), au_moins.data(), au_plus.data());
    for (int j = 0; j < colonnes; ++j) osi.setInteger(j);
}

void equiper(CbcModel& cbc, const Compteur& compteur) {
    CglGomory gomory;
    CglKnapsackCover sacs;
    CglMixedIntegerRounding2 arrondis;
    cbc.addCutGenerator(&gomory, -1, "Gomory");
    cbc.addCutGenerator(&sacs, -1, "Knapsack");
    cbc.addCutGenerator(&arrondis, -1, "MIR");
    CbcRounding rondeur{cbc};
    CbcHeuristicFPump pompe{cbc};
    cbc.addHeuristic(&rondeur);
    cbc.addHeuristic(&pompe);
    const Montre montre{compteur};
    cbc.passInEventHandler(&montre);
    cbc.setMaximumNodes(noeuds_de_cbc);
}

Retenus arrondie(const double* valeurs, std::size_t combien) {
    Retenus retenus(combien);
    for (std::size_t j = 0; j < combien; ++j) retenus[j] = std::lround(valeurs[j]) != 0;
    return retenus;
}

}  // namespace

std::optional<Secours> demander_a_cbc(const Modele& renforce, std::int64_t plancher,
                                      const Compteur& compteur) {
    OsiClpSolverInterface osi;
    osi.messageHandler()->setLogLevel(0);
    osi.getModelPtr()->setLogLevel(0);
    charger(osi, renforce);
    CbcModel cbc{osi};
    cbc.setLogLevel(0);
    cbc.solver()->messageHandler()->setLogLevel(0);
    equiper(cbc, compteur);
    cbc.initialSolve();
    cbc.branchAndBound();
    if (cbc.bestSolution() == nullptr) return std::nullopt;
    auto retenus = arrondie(cbc.bestSolution(), renforce.variables());
    const auto valeur = somme(renforce.but, retenus);
    if (!respecte(renforce, retenus) || valeur < plancher) return std::nullopt;
    return Secours{std::move(retenus),
                   cbc.isProvenOptimal() && std::llround(-cbc.getObjValue()) == valeur};
}

}  // namespace grappe::proposition
