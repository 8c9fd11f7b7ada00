// Champs: one table of a file of deadlines, read key by key; what is wrong is noted, and so are the
// keys that nobody read.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "arbre/arbre.hpp"
#include "core/named.hpp"
#include "dui/echeance/lecture.hpp"

namespace grappe::echeance {

class Champs {
public:
    Champs(const arbre::Noeud& table, std::string chemin, std::vector<Faute>& fautes)
        : table_{&table}, chemin_{std::move(chemin)}, fautes_{&fautes} {}

    const arbre::Noeud* facultatif(std::string_view cle);
    const arbre::Noeud* requis(std::string_view cle);

    std::string texte(std::string_view cle);  // not empty
    int entier(std::string_view cle);         // 1 to 1000
    bool vrai(std::string_view cle);          // absent: no
    std::optional<core::Date> jour(std::string_view cle);
    Delai delai(std::string_view cle);
    std::vector<Delai> delais(std::string_view cle);

    template <class E>
    std::optional<E> mot(std::string_view cle) {
        const auto* noeud = requis(cle);
        return noeud == nullptr ? std::nullopt : mot_de<E>(*noeud, cle);
    }
    template <class E>
    std::vector<E> mots(std::string_view cle) {
        std::vector<E> lus;
        for (const auto& element : liste(cle))
            if (const auto lu = mot_de<E>(element, cle)) lus.push_back(*lu);
        return lus;
    }

    void refuser(std::string_view cle, std::string_view code, std::string valeur = {});
    void finir();  // notes each unknown key
    const std::string& chemin() const { return chemin_; }

private:
    const std::vector<arbre::Noeud>& liste(std::string_view cle);  // absent: empty
    Delai delai_de(const arbre::Noeud& noeud, std::string_view cle);
    template <class E>
    std::optional<E> mot_de(const arbre::Noeud& noeud, std::string_view cle) {
        const auto lu = core::named<E>(noeud.texte);
        if (!lu) refuser(cle, "mot", noeud.texte);
        return lu;
    }

    const arbre::Noeud* table_;
    std::string chemin_;
    std::vector<Faute>* fautes_;
    std::vector<std::string_view> connues_{};  // literals
};

}  // namespace grappe::echeance
