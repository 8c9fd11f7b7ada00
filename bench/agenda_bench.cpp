// A week of an agenda, without storage nor page: occurrences of series, clashes, blocks.
//   agenda-bench [PERSONNES] [SERIES_PAR_PERSONNE]      40 persons, 15 series each by default
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "dui/agenda/conflit.hpp"
#include "dui/agenda/semaine.hpp"

namespace grappe::agenda {
namespace {

// Series of the last three years: every day, every week, every other week, every month.
std::vector<Modele> modeles(int personnes, int series) {
    static const char* const regles[] = {"FREQ=DAILY", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,WE,FR",
                                         "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=1TU"};
    std::vector<Modele> tous;
    const auto debut = core::Date::parse("2023-12-04").value();
    for (int p = 0; p < personnes; ++p)
        for (int s = 0; s < series; ++s) {
            const int rang = p * series + s;
            tous.push_back({.id = "M" + std::to_string(rang),
                            .titre = "Atelier " + std::to_string(s),
                            .participations = {{Genre::personne, std::to_string(p)},
                                               {Genre::professionnel, std::to_string(rang % 18)},
                                               {Genre::salle, std::to_string(rang % 12)}},
                            .serie = {.debut = {debut.plus_days(rang % 7), 60 * (8 + rang % 11)},
                                      .minutes = 30 + 15 * (rang % 4),
                                      .regle = recurrence::lire_regle(regles[rang % 5]).regle}});
        }
    return tous;
}

// Processor milliseconds, so that other programs do not count.
class Chrono {
public:
    void depart() { debut_ = std::clock(); }
    void arrivee() {
        durees_.push_back(1000.0 * static_cast<double>(std::clock() - debut_) / CLOCKS_PER_SEC);
    }
    void dire(const char* quoi) {
        std::sort(durees_.begin(), durees_.end());
        std::printf("  %-12s median %.2f ms, p99 %.2f ms\n", quoi, durees_[durees_.size() / 2],
                    durees_[durees_.size() * 99 / 100]);
    }

private:
    std::clock_t debut_{};
    std::vector<double> durees_{};
};

int mesurer(int personnes, int series) {
    const auto tous = modeles(personnes, series);
    std::vector<std::string> noms;
    for (int p = 0; p < personnes; ++p) noms.push_back(std::to_string(p));
    const auto lundi = core::Date::parse("2026-11-23").value();
    Chrono occurrences, clashes, blocs;
    std::size_t evenements = 0, trouves = 0;
    for (int tour = 0; tour < 300; ++tour) {
        occurrences.depart();
        const auto semaine = deployer(tous, {lundi, lundi.plus_days(6)});
        occurrences.arrivee();
        if (!semaine) return 2;
        clashes.depart();
        trouves = conflits(*semaine, {}).size();
        clashes.arrivee();
        blocs.depart();
        if (disposer(lundi, noms, *semaine).rangees.size() != noms.size()) return 2;
        blocs.arrivee();
        evenements = semaine->size();
    }
    std::printf("%d persons, %zu series, %zu events, %zu clashes\n", personnes, tous.size(),
                evenements, trouves);
    occurrences.dire("occurrences");
    clashes.dire("clashes");
    blocs.dire("blocks");
    return 0;
}

}  // namespace
}  // namespace grappe::agenda

int main(int combien, char** mots) {
    return grappe::agenda::mesurer(combien > 1 ? std::atoi(mots[1]) : 40,
                                   combien > 2 ? std::atoi(mots[2]) : 15);
}
