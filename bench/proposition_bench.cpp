// Time of a proposal and of its study for windows made at random: prints, never judges.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "portail/proposition/demandes_pour_tests.hpp"
#include "portail/proposition/etude.hpp"

namespace grappe::proposition {
namespace {

struct Duree {
    std::chrono::steady_clock::time_point debut = std::chrono::steady_clock::now();
    std::clock_t processeur = std::clock();

    double ecoulee() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - debut).count();
    }
    double de_processeur() const {
        return static_cast<double>(std::clock() - processeur) / CLOCKS_PER_SEC;
    }
};

const Entree& la_plus_proche(const std::vector<Entree>& entrees) {
    return *std::ranges::min_element(
        entrees, {}, [](const Entree& une) { return une.points.value_or(INT64_MAX); });
}

void mesurer_l_etude(const Demande& demande, const Proposition& proposition) {
    const Duree des_effets;
    int actives = 0, connus = 0;
    for (const auto& un : effets(demande, proposition, {})) {
        actives += un.active ? 1 : 0;
        connus += un.connu ? 1 : 0;
    }
    std::printf("    effects of %zu rules: %d known, %d bite, %.2f s (processor %.2f)\n",
                regles(demande.contraintes).size(), connus, actives, des_effets.ecoulee(),
                des_effets.de_processeur());
    std::fflush(stdout);
    const Duree des_entrees;
    std::size_t connues = 0;
    const auto toutes = entrees(demande, proposition, {});
    for (const auto& une : toutes) connues += une.etat != Entree::Etat::inconnue ? 1U : 0U;
    std::printf("    entries of %zu projects left out: %zu known, %.2f s (processor %.2f)\n",
                toutes.size(), connues, des_entrees.ecoulee(), des_entrees.de_processeur());
    std::fflush(stdout);
    const Duree de_l_enveloppe;
    const auto par_enveloppe = entree_par_enveloppe(demande, la_plus_proche(toutes).numero,
                                                    core::Money::euros(10'000), {});
    std::printf("    envelope for the nearest of them: %s %s more, %.2f s (processor %.2f)\n",
                par_enveloppe.etat == Entree::Etat::connue ? "known," : "at least",
                par_enveloppe.de_plus.text().c_str(), de_l_enveloppe.ecoulee(),
                de_l_enveloppe.de_processeur());
}

}  // namespace

void mesurer(int combien, int pour_cent, int graines, bool etude) {
    for (int graine = 1; graine <= graines; ++graine) {
        const auto demande = fenetre_ordinaire(static_cast<unsigned>(graine), combien, pour_cent);
        const Duree duree;
        const auto proposition = proposer(demande, {});
        std::printf("%d projects, %zu shares at %d %%, window %d: %lld points, %s, ties %s, ",
                    combien, demande.contraintes.parts_minimales.size(), pour_cent, graine,
                    static_cast<long long>(proposition.ensemble.points),
                    std::string{core::name_of(proposition.preuve)}.c_str(),
                    proposition.departagee ? "parted" : "not parted");
        std::printf("%.2f s (processor %.2f)\n", duree.ecoulee(), duree.de_processeur());
        std::fflush(stdout);
        if (etude && proposition.departagee) mesurer_l_etude(demande, proposition);
    }
}

}  // namespace grappe::proposition

// proposition-bench PROJECTS PERCENT WINDOWS [etude]
int main(int nombre, char** arguments) {
    if (nombre < 4) return 2;
    grappe::proposition::mesurer(std::atoi(arguments[1]), std::atoi(arguments[2]),
                                 std::atoi(arguments[3]), nombre > 4);
}
