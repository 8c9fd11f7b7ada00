// Events cut by day, then put in columns.
#include "dui/agenda/semaine.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/calendar.hpp"

namespace grappe::agenda {
namespace {

using recurrence::minutes_du_jour;

core::Date lundi_de(core::Date jour) { return jour.plus_days(1 - core::iso_weekday(jour)); }

struct Morceau {
    int jour;  // 0 Monday to 6
    Bloc bloc;
};

// The clock may show an end before its beginning, in the night that has an hour twice.
std::vector<Morceau> morceaux(core::Date lundi, const Evenement& un, std::size_t indice) {
    const auto debut = recurrence::moment_de(un.de), fin = recurrence::moment_de(un.a);
    const int premier = core::days_between(lundi, debut.jour);
    int dernier = core::days_between(lundi, fin.jour);
    int minute_de_fin = fin.minute;
    if (minute_de_fin == 0 && dernier > premier) {  // it ends with the day before
        --dernier;
        minute_de_fin = minutes_du_jour;
    }
    std::vector<Morceau> tous;
    for (int jour = std::max(premier, 0); jour <= std::min(dernier, 6); ++jour) {
        Bloc bloc{.evenement = indice,
                  .debut = jour == premier ? debut.minute : 0,
                  .fin = jour == dernier ? minute_de_fin : minutes_du_jour,
                  .depuis_la_veille = jour > premier,
                  .jusqu_au_lendemain = jour < dernier};
        bloc.fin = std::max(bloc.fin, bloc.debut + 1);
        tous.push_back({jour, bloc});
    }
    return tous;
}

// Blocks that touch in time share their width; each takes the first column that is free.
void mettre_en_colonnes(std::vector<Bloc>& blocs) {
    std::sort(blocs.begin(), blocs.end(), [](const Bloc& un, const Bloc& autre) {
        return std::tuple{un.debut, -un.fin, un.evenement} <
               std::tuple{autre.debut, -autre.fin, autre.evenement};
    });
    for (std::size_t debut = 0; debut < blocs.size();) {
        std::vector<int> libre_a;  // the end of each column
        std::size_t suivant = debut;
        int fin = blocs[debut].debut + 1;
        for (; suivant < blocs.size() && blocs[suivant].debut < fin; ++suivant) {
            auto& bloc = blocs[suivant];
            const auto place = std::find_if(libre_a.begin(), libre_a.end(),
                                            [&](int libre) { return libre <= bloc.debut; });
            bloc.colonne = static_cast<int>(place - libre_a.begin());
            if (place == libre_a.end())
                libre_a.push_back(bloc.fin);
            else
                *place = bloc.fin;
            fin = std::max(fin, bloc.fin);
        }
        for (; debut < suivant; ++debut) blocs[debut].colonnes = static_cast<int>(libre_a.size());
    }
}

}  // namespace

Semaine disposer(core::Date jour, std::span<const std::string> personnes,
                 std::span<const Evenement> evenements) {
    Semaine semaine{.lundi = lundi_de(jour), .rangees = {}};
    std::unordered_map<std::string_view, std::size_t> rangs;
    for (const auto& personne : personnes) {
        rangs.emplace(personne, semaine.rangees.size());
        semaine.rangees.push_back({.personne = personne, .jours = {}});
    }
    for (std::size_t i = 0; i < evenements.size(); ++i) {
        const auto decoupe = morceaux(semaine.lundi, evenements[i], i);
        for (const auto& une : evenements[i].participations) {
            const auto rang = rangs.find(une.id);
            if (une.genre != Genre::personne || rang == rangs.end()) continue;
            for (auto [quand, bloc] : decoupe) {
                bloc.presence = une.presence;
                semaine.rangees[rang->second].jours[static_cast<std::size_t>(quand)].push_back(
                    bloc);
            }
        }
    }
    for (auto& rangee : semaine.rangees)
        for (auto& blocs : rangee.jours) mettre_en_colonnes(blocs);
    return semaine;
}

}  // namespace grappe::agenda
