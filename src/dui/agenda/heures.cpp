// Sums of minutes by person and objective.
#include "dui/agenda/heures.hpp"

#include <map>

namespace grappe::agenda {

std::vector<Heures> compter(std::span<const Evenement> evenements) {
    std::map<std::pair<std::string_view, std::string_view>, Heures> sommes;
    for (const auto& un : evenements) {
        if (!un.vivant()) continue;
        const bool fait = un.statut == Statut::realise || un.statut == Statut::termine;
        for (const auto& une : un.participations) {
            if (une.genre != Genre::personne) continue;
            auto& somme = sommes[{une.id, une.objectif}];
            somme.personne = une.id;
            somme.objectif = une.objectif;
            somme.prevues += un.minutes();
            if (fait && une.presence == Presence::presente) somme.faites += un.minutes();
            somme.refus += une.presence == Presence::refusee ? 1 : 0;
            somme.absences += une.presence == Presence::absente ? 1 : 0;
        }
    }
    std::vector<Heures> toutes;
    for (auto& [cle, somme] : sommes) toutes.push_back(std::move(somme));
    return toutes;
}

}  // namespace grappe::agenda
