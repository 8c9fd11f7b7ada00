// Index des mots: which rows have a word that begins so, without a look at each row.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::instruction {

// Never changes; keeps the texts that it was made of.
class IndexDesMots {
public:
    using Ligne = std::shared_ptr<const teleservice::FicheCherchee>;

    IndexDesMots() = default;
    explicit IndexDesMots(std::vector<Ligne> lignes);  // each at its place

    // Calls `voir(place)` for each word that begins so: twice for a row that has two.
    template <class Voir>
    void chaque(std::string_view debut, const Voir& voir) const {
        for (auto rang = premier(debut); rang < mots_.size() && mots_[rang].mot.starts_with(debut);
             ++rang)
            voir(mots_[rang].place);
    }

private:
    struct Mot {
        std::string_view mot;
        std::uint32_t place;
    };
    std::size_t premier(std::string_view debut) const;

    std::vector<Ligne> lignes_;
    std::vector<Mot> mots_;  // in their order
};

// Does a word of that text begin so?
bool a_un_mot(std::string_view texte, std::string_view debut);

}  // namespace grappe::instruction
