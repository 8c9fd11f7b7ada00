// For tests and measures: as many fictitious persons as asked, always the same for a seed. Names
// are made of syllables; a few are borne by many, many by a few, as in a real population.
#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

#include "core/date.hpp"

namespace grappe::annuaire::tests {

struct Fictive {
    std::string nom;
    std::vector<std::string> prenoms;
    core::Date naissance;
    bool femme;
    std::string lieu_de_naissance;  // an official code
};

class Population {
public:
    explicit Population(std::uint64_t graine) : suite_{graine} {
        for (std::size_t n = 0; n < noms_differents; ++n) noms_.push_back(un_mot(2, 4));
        for (std::size_t n = 0; n < prenoms_differents; ++n) prenoms_.push_back(un_mot(2, 3));
    }

    unsigned sous(std::size_t borne) { return static_cast<unsigned>(suite_() % borne); }

    Fictive une() {
        Fictive celle_ci{.nom = un_nom(),
                         .prenoms = {un_prenom()},
                         .naissance = core::Date::parse("1925-01-01")
                                          ->plus_days(static_cast<int>(sous(jours_de_naissance))),
                         .femme = sous(100) < 54,
                         .lieu_de_naissance = std::to_string(10'001 + sous(85'000))};
        for (auto n = sous(4); n > 1; --n) celle_ci.prenoms.push_back(un_prenom());
        return celle_ci;
    }

    std::string un_nom() {
        const auto& simple = frequent(noms_);
        const auto tirage = sous(100);
        if (tirage < 4) return "DE " + simple;
        if (tirage < 6) return "D'" + simple;
        return tirage < 16 ? simple + "-" + frequent(noms_) : simple;
    }
    std::string un_prenom() {
        const auto& simple = frequent(prenoms_);
        return sous(100) < 12 ? simple + "-" + frequent(prenoms_) : simple;
    }

private:
    static constexpr std::size_t noms_differents = 20'000, prenoms_differents = 1'500,
                                 jours_de_naissance = 36'500;

    std::string un_mot(unsigned syllabes_min, unsigned syllabes_max) {
        static constexpr std::array<std::string_view, 24> attaques{
            "B", "C", "D",  "F",  "G",  "J",  "L",  "M",  "N",  "P",  "R", "S",
            "T", "V", "CH", "BR", "GR", "TR", "PL", "QU", "PH", "CL", "H", "Z"};
        static constexpr std::array<std::string_view, 20> rimes{
            "A",  "E",   "I",  "O",  "U",  "AN", "EN",  "ON", "IN",  "OU",
            "AU", "EAU", "AI", "ER", "EL", "ET", "ARD", "OT", "IER", "Y"};
        std::string mot;
        for (auto n = syllabes_min + sous(syllabes_max - syllabes_min + 1); n > 0; --n) {
            mot += attaques[sous(attaques.size())];
            mot += rimes[sous(rimes.size())];
        }
        return mot;
    }

    // The first ones most often: the place is the least of three draws.
    const std::string& frequent(const std::vector<std::string>& liste) {
        auto place = liste.size();
        for (int n = 0; n < 3; ++n) place = std::min<std::size_t>(place, sous(liste.size()));
        return liste[place];
    }

    std::mt19937_64 suite_;
    std::vector<std::string> noms_, prenoms_;
};

}  // namespace grappe::annuaire::tests
