// The least facts of a record that give the same answer: what leaves the house.
#include <algorithm>

#include "usage/temoins.hpp"

namespace grappe::usage {
namespace {

template <class Fait>
void trier(std::vector<Fait>& faits) {
    std::sort(faits.begin(), faits.end(),
              [](const Fait& un, const Fait& autre) { return cle(un) < cle(autre); });
}

template <class Fait>
std::vector<Fait> seul(const std::vector<Fait>& faits, const Fenetre& fenetre) {
    const auto trouve = temoin(faits, fenetre);
    return trouve.fait == nullptr ? std::vector<Fait>{} : std::vector{*trouve.fait};
}

// One stay for each thing that a stay shows; one of any kind where they show nothing.
std::vector<Sejour> sejours_utiles(const std::vector<Sejour>& tous, const Fenetre& fenetre) {
    auto tries = tous;
    trier(tries);
    std::vector<Sejour> utiles;
    const auto garder = [&](auto juger) {
        const auto trouve = std::find_if(tries.begin(), tries.end(),
                                         [&](const Sejour& un) { return juger(un, fenetre); });
        if (trouve != tries.end()) utiles.push_back(*trouve);
    };
    garder(dans_la_fenetre);
    garder(dans_la_file_active);
    garder(present);
    garder([](const Sejour& sejour, const Fenetre&) { return sejour.projet_possible; });
    if (utiles.empty() && !tries.empty()) utiles.push_back(tries.front());
    trier(utiles);
    utiles.erase(std::unique(utiles.begin(), utiles.end()), utiles.end());
    return utiles;
}

// Every message that counts; where none does, the one that says why.
std::vector<EnvoiMss> envois_utiles(const std::vector<EnvoiMss>& tous, const Fenetre& fenetre) {
    std::vector<EnvoiMss> comptes;
    for (const auto& envoi : tous)
        if (!juger(envoi, fenetre)) comptes.push_back(envoi);
    trier(comptes);
    return comptes.empty() ? seul(tous, fenetre) : comptes;
}

Passages passages_utiles(const Passages& tous, const Fenetre& fenetre) {
    Passages utiles{.le = {}, .deja = tous.deja};
    for (const auto le : tous.le) {
        if (le < fenetre.ouvre) ++utiles.deja;
        if (fenetre.contient(le)) utiles.le.push_back(le);
    }
    std::sort(utiles.le.begin(), utiles.le.end());
    return utiles;
}

}  // namespace

DossierMesure reduire(const DossierMesure& dossier, const Fenetre& fenetre) {
    DossierMesure reduit;
    reduit.sejours = sejours_utiles(dossier.sejours, fenetre);
    const bool accompagnee =
        std::any_of(reduit.sejours.begin(), reduit.sejours.end(),
                    [&](const Sejour& un) { return dans_la_fenetre(un, fenetre); });
    if (accompagnee) reduit.modifications = seul(dossier.modifications, fenetre);
    const bool actif = accompagnee && !temoin(reduit.modifications, fenetre).refus;
    if (actif) reduit.projets = seul(dossier.projets, fenetre);
    if (actif) reduit.evenements = seul(dossier.evenements, fenetre);
    reduit.envois = envois_utiles(dossier.envois, fenetre);
    reduit.alimentations = seul(dossier.alimentations, fenetre);
    reduit.eprescription = passages_utiles(dossier.eprescription, fenetre);
    reduit.eparcours = passages_utiles(dossier.eparcours, fenetre);
    return reduit;
}

}  // namespace grappe::usage
