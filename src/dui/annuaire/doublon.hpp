// Doublon: how likely two descriptions are of one person, as a sum of published points.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/named.hpp"
#include "dui/annuaire/personne.hpp"

namespace grappe::annuaire {

// What two descriptions have in common, or not.
enum class Indice : std::uint8_t {
    naissance_identique,
    naissance_inversee,      // day and month exchanged
    naissance_un_chiffre,    // one wrong of the day, month or year, or two of its neighbours
                             // exchanged
    naissance_une_partie,    // of day, month and year, two agree
    naissance_jour_inconnu,  // the same year, and one of them 1 January or 31 December
    nom_identique,
    nom_utilise,  // the birth name of one is the used name of the other
    nom_contenu,  // whole words of one are all words of the other, in any order
    nom_une_lettre,
    nom_meme_son,
    nom_different,
    prenom_identique,  // the first ones
    prenom_autre,      // the first of one is among those of the other
    prenom_contenu,
    prenom_une_lettre,
    prenom_meme_son,
    prenom_different,
    inversion,  // the name of one is the given name of the other, both ways
    inversion_meme_son,
    sexe_different,
    lieu_identique
};

constexpr auto names(Indice) {
    using enum Indice;
    return std::to_array<core::Named<Indice>>({{naissance_identique, "naissance_identique"},
                                               {naissance_inversee, "naissance_inversee"},
                                               {naissance_un_chiffre, "naissance_un_chiffre"},
                                               {naissance_une_partie, "naissance_une_partie"},
                                               {naissance_jour_inconnu, "naissance_jour_inconnu"},
                                               {nom_identique, "nom_identique"},
                                               {nom_utilise, "nom_utilise"},
                                               {nom_contenu, "nom_contenu"},
                                               {nom_une_lettre, "nom_une_lettre"},
                                               {nom_meme_son, "nom_meme_son"},
                                               {nom_different, "nom_different"},
                                               {prenom_identique, "prenom_identique"},
                                               {prenom_autre, "prenom_autre"},
                                               {prenom_contenu, "prenom_contenu"},
                                               {prenom_une_lettre, "prenom_une_lettre"},
                                               {prenom_meme_son, "prenom_meme_son"},
                                               {prenom_different, "prenom_different"},
                                               {inversion, "inversion"},
                                               {inversion_meme_son, "inversion_meme_son"},
                                               {sexe_different, "sexe_different"},
                                               {lieu_identique, "lieu_identique"}});
}

// Published: the score of two descriptions is the sum of their indices'.
constexpr int points_de(Indice indice) {
    switch (indice) {
        using enum Indice;
        case naissance_identique:
            return 40;
        case naissance_inversee:
            return 30;
        case naissance_un_chiffre:
            return 25;
        case naissance_une_partie:
        case naissance_jour_inconnu:
            return 15;
        case nom_identique:
            return 35;
        case nom_utilise:
            return 30;
        case nom_contenu:
        case nom_une_lettre:
            return 25;
        case nom_meme_son:
            return 20;
        case nom_different:
        case prenom_different:
            return -20;
        case prenom_identique:
            return 25;
        case prenom_autre:
        case prenom_contenu:
        case prenom_meme_son:
            return 15;
        case prenom_une_lettre:
            return 20;
        case inversion:
            return 55;
        case inversion_meme_son:
            return 35;
        case sexe_different:
            return -10;
        case lieu_identique:
            return 10;
    }
    return 0;
}

// From that score on, somebody is asked whether they are the same person.
inline constexpr int score_a_montrer = 55;

struct Ressemblance {
    int score = 0;
    std::vector<Indice> indices;  // date, names, sex, place

    bool operator==(const Ressemblance&) const = default;
};

// Nothing when the dates of birth have nothing in common: two homonyms are not one person. The
// sexes count where both are M or F, the places where both were told.
std::optional<Indice> naissances_proches(core::Date une, core::Date autre);
std::optional<Ressemblance> ressemblance(const Personne& une, const Personne& autre);

}  // namespace grappe::annuaire
