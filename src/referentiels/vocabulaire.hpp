// Vocabulaire: every word of the register and where it occurs, for search by prefix. Pure value.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "referentiels/ensemble.hpp"

namespace grappe::referentiels {

class Vocabulaire {
public:
    // Collects the words, rank after rank.
    class Chantier {
    public:
        explicit Chantier(std::size_t etablissements);  // how many are expected
        void ajouter(std::string_view mot, std::uint32_t rang);
        Vocabulaire terminer(std::size_t taille) &&;

    private:
        struct Hachage {
            using is_transparent = void;
            std::size_t operator()(std::string_view mot) const {
                return std::hash<std::string_view>{}(mot);
            }
        };
        struct Occurrence {
            std::uint32_t mot, rang;
        };

        std::unordered_map<std::string, std::uint32_t, Hachage, std::equal_to<>> numeros_;
        std::vector<Occurrence> occurrences_;
    };

    Vocabulaire() = default;  // no word

    // Where a word that begins so, or that is exactly so, occurs.
    Ensemble commencant_par(std::string_view prefixe) const;
    Ensemble exactement(std::string_view mot) const;

private:
    // Words of the alphabetical list between `debut` and `fin`, excluded.
    struct Plage {
        std::size_t debut, fin;
    };

    explicit Vocabulaire(std::size_t taille) : taille_{taille} {}
    std::string_view mot(std::size_t numero) const {
        return std::string_view{lettres_}.substr(debuts_[numero],
                                                 debuts_[numero + 1] - debuts_[numero]);
    }
    Plage plage(std::string_view prefixe) const;
    Ensemble reunir(Plage plage) const;
    void retenir_les_frequents();

    std::size_t taille_ = 0;
    std::string lettres_;                   // all words, in alphabetical order
    std::vector<std::uint32_t> debuts_{0};  // where each begins in lettres_, and the end
    std::vector<std::uint32_t> rangs_;      // occurrences, word after word
    std::vector<std::uint32_t> occurrences_{
        0};  // where those of each word begin in rangs_, the end
    // Short prefixes that occur everywhere: what somebody types first.
    std::unordered_map<std::string, Ensemble> frequents_;
};

}  // namespace grappe::referentiels
