// One sweep for each thing that is taken: takings in the order of their beginnings, those still on
// kept by their end. n log n, and what is found.
#include "dui/agenda/conflit.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "dui/recurrence/description.hpp"

namespace grappe::agenda {
namespace {

struct Prise {
    Genre genre;
    std::string_view id;
    core::Instant de, a;
    std::size_t evenement;
    int places;  // that the event takes: its persons and professionals
};

auto objet(const Prise& prise) { return std::tie(prise.genre, prise.id); }

int places(const Evenement& evenement) {
    return static_cast<int>(std::count_if(
        evenement.participations.begin(), evenement.participations.end(),
        [](const Participation& une) { return une.prend() && une.genre <= Genre::professionnel; }));
}

// Each thing once an event.
std::vector<Prise> prises(std::span<const Evenement> evenements) {
    std::vector<Prise> toutes;
    for (std::size_t i = 0; i < evenements.size(); ++i) {
        const auto& un = evenements[i];
        if (!un.vivant()) continue;
        const int siennes = places(un);
        for (const auto& une : un.participations)
            if (une.prend()) toutes.push_back({une.genre, une.id, un.de, un.a, i, siennes});
    }
    const auto rang = [](const Prise& une) {
        return std::tie(une.genre, une.id, une.de, une.evenement);
    };
    std::sort(toutes.begin(), toutes.end(),
              [&](const Prise& une, const Prise& autre) { return rang(une) < rang(autre); });
    toutes.erase(
        std::unique(toutes.begin(), toutes.end(),
                    [&](const Prise& une, const Prise& autre) { return rang(une) == rang(autre); }),
        toutes.end());
    return toutes;
}

auto rang(const Conflit& un) {
    return std::tie(un.de, un.genre, un.ressource, un.nature, un.a, un.evenements);
}

class Balayage {
public:
    explicit Balayage(std::span<const Ressource> ressources) {
        for (const auto& une : ressources) connues_[{une.genre, une.id}] = &une;
    }

    std::vector<Conflit> faire(const std::vector<Prise>& toutes) {
        for (auto debut = toutes.begin(); debut != toutes.end();) {
            const auto fin = std::find_if(
                debut, toutes.end(), [&](const Prise& une) { return objet(une) != objet(*debut); });
            balayer({debut, fin});
            debut = fin;
        }
        std::sort(trouves_.begin(), trouves_.end(),
                  [](const Conflit& un, const Conflit& autre) { return rang(un) < rang(autre); });
        return std::move(trouves_);
    }

private:
    using Prises = std::span<const Prise>;

    void balayer(Prises siennes) {
        const auto connue = connues_.find({siennes.front().genre, siennes.front().id});
        const auto* ressource = connue == connues_.end() ? nullptr : connue->second;
        if (ressource == nullptr || !ressource->partagee) chercher_deux_fois(siennes);
        if (ressource != nullptr && ressource->places > 0)
            chercher_trop_plein(siennes, ressource->places);
    }

    bool plein() const { return trouves_.size() >= conflits_max; }

    void chercher_deux_fois(Prises siennes) {
        std::multimap<core::Instant, const Prise*> en_cours;  // by end
        for (const auto& une : siennes) {
            en_cours.erase(en_cours.begin(), en_cours.upper_bound(une.de));
            for (const auto& [fin, autre] : en_cours) {
                if (plein()) return;
                trouves_.push_back({.nature = Nature::deux_fois,
                                    .genre = une.genre,
                                    .ressource = std::string{une.id},
                                    .evenements = ordonnes({autre->evenement, une.evenement}),
                                    .de = une.de,
                                    .a = std::min(une.a, fin)});
            }
            en_cours.emplace(une.a, &une);
        }
    }

    static std::vector<std::size_t> ordonnes(std::vector<std::size_t> indices) {
        std::sort(indices.begin(), indices.end());
        indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
        return indices;
    }

    // From the moment when there are too many to the one when there are no more.
    void chercher_trop_plein(Prises siennes, int places) {
        std::map<core::Instant, std::vector<std::pair<const Prise*, int>>> bornes;
        for (const auto& une : siennes) {
            bornes[une.de].emplace_back(&une, une.places);
            bornes[une.a].emplace_back(&une, -une.places);
        }
        std::set<std::size_t> presents;
        std::optional<Conflit> ouvert;
        int prises = 0;
        for (const auto& [instant, changements] : bornes) {
            for (const auto& [une, nombre] : changements) {
                prises += nombre;
                if (nombre < 0)
                    presents.erase(une->evenement);
                else if (nombre > 0)
                    presents.insert(une->evenement);
            }
            if (ouvert && prises <= places) {
                ouvert->a = instant;
                ouvert->evenements = ordonnes(std::move(ouvert->evenements));
                if (!plein()) trouves_.push_back(*std::move(ouvert));
                ouvert.reset();
            }
            if (prises <= places) continue;
            if (!ouvert)
                ouvert = Conflit{.nature = Nature::trop_plein,
                                 .genre = siennes.front().genre,
                                 .ressource = std::string{siennes.front().id},
                                 .evenements = {},
                                 .de = instant,
                                 .a = instant,
                                 .places = places};
            ouvert->prises = std::max(ouvert->prises, prises);
            ouvert->evenements.insert(ouvert->evenements.end(), presents.begin(), presents.end());
        }
    }

    std::map<std::pair<Genre, std::string_view>, const Ressource*> connues_{};
    std::vector<Conflit> trouves_{};
};

}  // namespace

std::vector<Conflit> conflits(std::span<const Evenement> evenements,
                              std::span<const Ressource> ressources) {
    return Balayage{ressources}.faire(prises(evenements));
}

std::string dire(const Conflit& conflit, const Noms& noms, const rules::Phrases& phrases) {
    std::string titres;
    for (const auto indice : conflit.evenements)
        titres += (titres.empty() ? "« " : ", « ") + noms.evenements[indice].titre + " »";
    const auto debut = recurrence::moment_de(conflit.de), fin = recurrence::moment_de(conflit.a);
    const rules::Faits faits{{"nom", noms.nom},
                             {"jour", debut.jour},
                             {"de", recurrence::heure_en_clair(debut)},
                             {"a", recurrence::heure_en_clair(fin)},
                             {"evenements", titres},
                             {"places", std::int64_t{conflit.places}},
                             {"prises", std::int64_t{conflit.prises}}};
    const std::string genre{core::name_of(conflit.genre)};
    return phrases.rendre(conflit.nature == Nature::trop_plein
                              ? "agenda.conflit.trop_plein"
                              : "agenda.conflit.deux_fois." + genre,
                          faits);
}

}  // namespace grappe::agenda
