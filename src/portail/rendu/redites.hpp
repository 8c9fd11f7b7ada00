// Redites: findings and steps often say the same of many establishments; what was written once is
// copied.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "portail/rendu/tampon.hpp"
#include "rules/constat.hpp"
#include "rules/etape.hpp"

namespace grappe::rendu {

inline bool meme_texte(std::string_view un, std::string_view autre) {
    return un.data() == autre.data() && un.size() == autre.size();
}

inline bool memes_faits(const rules::Faits& uns, const rules::Faits& autres) {
    return std::ranges::equal(uns, autres, [](const rules::Fait& un, const rules::Fait& autre) {
        return meme_texte(un.nom, autre.nom) && un.valeur == autre.valeur;
    });
}

// But for the names of their objects.
inline bool se_redisent(const rules::Constat& un, const rules::Constat& autre) {
    return meme_texte(un.phrase, autre.phrase) && un.regle == autre.regle &&
           un.issue == autre.issue && un.objet.genre == autre.objet.genre &&
           un.source == autre.source && memes_faits(un.faits, autre.faits);
}

inline bool se_redisent(const rules::Etape& une, const rules::Etape& autre) {
    return meme_texte(une.phrase, autre.phrase) && une.regle == autre.regle &&
           une.appliquee == autre.appliquee &&
           std::ranges::equal(une.parametres, autre.parametres, meme_texte) &&
           memes_faits(une.faits, autre.faits);
}

inline bool se_redisent(const rules::Source& une, const rules::Source& autre) {
    return &une == &autre;
}

// Elements that say the same have the same address here.
inline const void* adresse(const rules::Source& source) { return &source; }
inline const void* adresse(const auto& element) { return element.phrase.data(); }

// For one rendering: the elements do not move meanwhile. A few are known of each address.
template <class Element>
class Redites {
public:
    // What was written around the name of an object; all of it where there is none.
    struct Ecrit {
        const Element* element = nullptr;
        Tampon::Portion avant{}, apres{};
    };

    const Ecrit* trouver(const Element& element) const {
        const auto& derniers = places_[rang(element)].derniers;
        const auto ecrit = std::ranges::find_if(derniers, [&](const Ecrit& autre) {
            return autre.element != nullptr && se_redisent(*autre.element, element);
        });
        return ecrit == derniers.end() ? nullptr : &*ecrit;
    }
    void noter(const Ecrit& ecrit) {
        auto& place = places_[rang(*ecrit.element)];
        place.derniers[place.suivant] = ecrit;
        place.suivant = (place.suivant + 1) % place.derniers.size();
    }
    // For an element without object: copies it, or has it written.
    template <class Ecrire>
    void ajouter(Tampon& sortie, const Element& element, Ecrire&& ecrire) {
        if (const auto* ecrit = trouver(element)) return sortie.redire(ecrit->avant);
        const auto debut = sortie.taille();
        ecrire();
        noter({&element, {debut, sortie.taille()}, {}});
    }

private:
    struct Place {
        std::array<Ecrit, 4> derniers{};
        std::size_t suivant = 0;
    };

    static std::size_t rang(const Element& element) {
        return (reinterpret_cast<std::uintptr_t>(adresse(element)) >> 3) % nombre;
    }

    static constexpr std::size_t nombre = 128;
    std::array<Place, nombre> places_{};
};

}  // namespace grappe::rendu
