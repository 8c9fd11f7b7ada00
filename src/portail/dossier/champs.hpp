// Champ: a key of an object of the dossier and the reader of its value; one table an object.
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/named.hpp"
#include "portail/dossier/donnee.hpp"
#include "portail/dossier/lecteur.hpp"

namespace grappe::dossier {

enum class Presence { requise, facultative };

template <class T>
struct Champ {
    std::string_view nom;
    Presence presence;
    void (*lire)(Lecteur&, const Lieu&, T&);
};

template <class T>
inline constexpr bool est_donnee = false;
template <class T>
inline constexpr bool est_donnee<Donnee<T>> = true;

template <class C, class M>
C classe_du_membre(M C::*);

// Reads the value by `lire` into `membre`; null is "none" for a Donnee and nothing for a list.
template <auto membre, auto lire>
void poser(Lecteur& lecteur, const Lieu& lieu, decltype(classe_du_membre(membre))& cible) {
    using Cible = std::remove_reference_t<decltype(cible.*membre)>;
    if (lieu.noeud.genre == Noeud::Genre::nul) {
        if constexpr (est_donnee<Cible>) cible.*membre = Cible::nulle();
        return;
    }
    if (auto valeur = lire(lecteur, lieu)) cible.*membre = std::move(*valeur);
}

template <class T, std::size_t N>
std::vector<std::string_view> noms_des_champs(const std::array<Champ<T>, N>& champs) {
    std::vector<std::string_view> noms;
    noms.reserve(N);
    for (const auto& champ : champs) noms.push_back(champ.nom);
    return noms;
}

template <class T, std::size_t N>
std::size_t rang_du_champ(const std::array<Champ<T>, N>& champs, std::string_view nom) {
    std::size_t rang = 0;
    while (rang < N && champs[rang].nom != nom) ++rang;
    return rang;
}

template <class T, std::size_t N>
void lire_champ(Lecteur& lecteur, const Lieu& lieu, const Champ<T>& champ, T& cible) {
    if (champ.presence == Presence::requise && lieu.noeud.genre == Noeud::Genre::nul)
        return lecteur.refuser(lieu, "dossier.requis_nul", {{"cle", champ.nom}});
    champ.lire(lecteur, lieu, cible);
}

// Reads every key of an object; false when the value is not an object.
template <class T, std::size_t N>
bool lire_champs(Lecteur& lecteur, const Lieu& lieu, const std::array<Champ<T>, N>& champs,
                 T& cible) {
    if (lieu.noeud.genre != Noeud::Genre::objet) {
        lecteur.refuser(lieu, "dossier.attendu_objet", {});
        return false;
    }
    std::bitset<N> vus;
    for (const auto* n = lecteur.premier(lieu.noeud); n; n = lecteur.suivant(*n)) {
        const Chemin chemin{.parent = &lieu.chemin, .cle = n->cle};
        const auto rang = rang_du_champ(champs, n->cle);
        if (rang == N) {
            const auto proche = plus_proche(n->cle, noms_des_champs(champs));
            lecteur.refuser({*n, chemin}, "dossier.cle_inconnue", {{"proche", proche}});
        } else if (vus[rang]) {
            lecteur.refuser({*n, chemin}, "dossier.cle_repetee", {{"cle", champs[rang].nom}});
        } else {
            vus.set(rang);
            lire_champ<T, N>(lecteur, {*n, chemin}, champs[rang], cible);
        }
    }
    for (std::size_t rang = 0; rang < N; ++rang)
        if (!vus[rang] && champs[rang].presence == Presence::requise)
            lecteur.refuser_cle({.parent = &lieu.chemin, .cle = champs[rang].nom},
                                "dossier.requis_absent",
                                {{"valeur", std::string{}}, {"cle", champs[rang].nom}});
    return true;
}

// Reader of an object that can be empty.
template <class T, const auto& champs>
std::optional<T> objet(Lecteur& lecteur, const Lieu& lieu) {
    T cible{};
    if (!lire_champs(lecteur, lieu, champs, cible)) return std::nullopt;
    return cible;
}

template <class E>
std::vector<std::string_view> noms_admis() {
    std::vector<std::string_view> noms;
    for (const auto& entree : names(E{})) noms.push_back(entree.name);
    return noms;
}

inline std::optional<std::string_view> texte_brut(Lecteur& lecteur, const Lieu& lieu) {
    if (lieu.noeud.genre == Noeud::Genre::texte) return lieu.noeud.texte;
    lecteur.refuser(lieu, "dossier.attendu_texte", {});
    return std::nullopt;
}

inline void refuser_mot(Lecteur& lecteur, const Lieu& lieu,
                        const std::vector<std::string_view>& admis) {
    lecteur.refuser(
        lieu, "dossier.mot_inconnu",
        {{"admis", enumeration(admis)}, {"proche", plus_proche(lieu.noeud.texte, admis)}});
}

// Reader of a word among the names of an enumeration.
template <class E>
std::optional<E> mot_de(Lecteur& lecteur, const Lieu& lieu) {
    const auto texte = texte_brut(lecteur, lieu);
    if (!texte) return std::nullopt;
    const auto valeur = core::named<E>(*texte);
    if (!valeur) refuser_mot(lecteur, lieu, noms_admis<E>());
    return valeur;
}

// Reader of a list; a faulty element is said and left out.
template <auto lire>
auto liste(Lecteur& lecteur, const Lieu& lieu) {
    using Element = typename decltype(lire(lecteur, lieu))::value_type;
    std::optional<std::vector<Element>> valeurs;
    if (lieu.noeud.genre != Noeud::Genre::liste) {
        lecteur.refuser(lieu, "dossier.attendu_liste", {});
        return valeurs;
    }
    valeurs.emplace().reserve(lecteur.nombre(lieu.noeud));
    int rang = 0;
    for (const auto* n = lecteur.premier(lieu.noeud); n; n = lecteur.suivant(*n)) {
        const Chemin chemin{.parent = &lieu.chemin, .rang = rang++};
        if (auto valeur = lire(lecteur, {*n, chemin})) valeurs->push_back(std::move(*valeur));
    }
    return valeurs;
}

}  // namespace grappe::dossier
