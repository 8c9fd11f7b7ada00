// How long the indicators take in one process: opening of the columns, first count, best of many.
//   indicateurs-bench BASE COLONNES AU [TIMES]     BASE as --base, COLONNES its folder of columns
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "dui/colonnes/entretien.hpp"
#include "dui/indicateur/comptage.hpp"
#include "storage/base.hpp"

namespace grappe::indicateur {
namespace {

using Horloge = std::chrono::steady_clock;

long long microsecondes_depuis(Horloge::time_point debut) {
    return std::chrono::duration_cast<std::chrono::microseconds>(Horloge::now() - debut).count();
}

int mesurer(int combien, char** mots) {
    if (combien < 4) return std::fputs("BASE COLONNES AU [TIMES]\n", stderr), 2;
    const auto au = core::Date::parse(mots[3]);
    auto base = storage::Base::open(mots[1], storage::Access::read_only);
    if (!au || !base) return std::fputs("base ou jour ?\n", stderr), 2;
    const Bornes bornes{usage::fenetre_de(*au, 3)};
    const auto fois = combien > 4 ? std::atoi(mots[4]) : 20;

    const auto debut = Horloge::now();
    auto ouverte = std::move(base).value();
    const auto tout =
        ouverte.read([&](storage::Reader& db) { return colonnes::a_jour(db, mots[2]); });
    const auto ouverture = microsecondes_depuis(debut);
    std::vector<long long> durees;
    usage::Compteurs somme;
    for (int n = 0; n < fois; ++n) {
        const auto ici = Horloge::now();
        const auto comptes = compter(tout, bornes, colonnes::toujours - 1);
        durees.push_back(microsecondes_depuis(ici));
        somme = {};
        for (const auto& un : comptes) somme += un.compteurs;
    }
    const auto premiere = durees.front();
    std::sort(durees.begin(), durees.end());
    std::printf(
        "%zu dossiers, %zu établissements, %lld actifs : ouverture %lld µs, premier compte "
        "%lld µs, médiane %lld µs, meilleur %lld µs\n",
        tout.dossiers(), tout.etablissements().size(),
        static_cast<long long>(somme[usage::Compteur::actif]), ouverture, premiere,
        durees[durees.size() / 2], durees.front());
    return 0;
}

}  // namespace
}  // namespace grappe::indicateur

int main(int combien, char** mots) { return grappe::indicateur::mesurer(combien, mots); }
