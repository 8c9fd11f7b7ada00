// Rayon: what a search reads of every person, side by side in the order of names.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dui/annuaire/etiquette.hpp"
#include "dui/annuaire/requete.hpp"

namespace grappe::annuaire {

using Rang = std::uint32_t;   // of a person in the directory, for good
using Place = std::uint32_t;  // of a person on the shelf, until somebody comes or goes

// Establishments as bits, several on one bit beyond sixty-four: a first sorting.
using Lieux = std::uint64_t;

// How each word agreed with one person, in the order of the words.
struct Trouve {
    Place place;
    Niveau niveau;  // that of the worst
    std::vector<Accord> accords;
};

class Rayon {
public:
    struct Fiche {
        Rang rang;
        const Etiquette& etiquette;
        std::optional<core::Date> naissance;
        Lieux lieux;
    };

    void vider();
    void ajouter(const Fiche& fiche);  // after all others
    // Those that follow move by one: the places that were known are to be asked again.
    void inserer(Place place, const Fiche& fiche);
    void retirer(Place place);
    void deplacer(Place place, Lieux lieux) { lieux_[place] = lieux; }

    std::size_t combien() const { return rangs_.size(); }
    Rang rang(Place place) const { return rangs_[place]; }
    Lieux lieux(Place place) const { return lieux_[place]; }
    const std::optional<core::Date>& naissance(Place place) const { return naissances_[place]; }

    struct Filtre {
        Lieux lieux;
        const std::function<bool(Rang)>& visible;  // asked where the bits do not say no
        std::size_t combien;
    };
    // The first ones in the published order: by level, then by place. `d_office` are found whatever
    // their names, at the level `exact`, without accords; in ascending order.
    std::vector<Trouve> chercher(const Requete& requete, const Filtre& filtre,
                                 const std::vector<Place>& d_office) const;

private:
    enum class Passe { sans_faute, avec_faute };
    struct Recherche;

    std::size_t debut(Place place) const;
    void glisser(Place depuis, std::uint32_t lettres);  // what follows, in the texts

    Vue vue(Place place) const;
    std::optional<Accord> accord(const Mot& mot, Place place, Passe passe) const;
    std::optional<Niveau> niveau(const Requete& requete, Place place, Passe passe) const;
    void parcourir(Recherche& recherche, Passe passe) const;
    bool possible(const Recherche& recherche, Place place, Passe passe) const;

    std::vector<Rang> rangs_;
    std::vector<Ensemble> ensembles_;
    std::vector<Lieux> lieux_;
    std::vector<std::optional<core::Date>> naissances_;
    std::vector<std::uint32_t> debuts_;  // of each person in the texts below
    Etiquette textes_;
};

}  // namespace grappe::annuaire
