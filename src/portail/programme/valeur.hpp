// Valeur: a parameter of a call with its source, or the statement that the text does not give it.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "core/ensure.hpp"
#include "portail/programme/validite.hpp"
#include "rules/source.hpp"

namespace grappe::programme {

// `valeur` empty means `non_defini`: the document of `source` was searched and is silent.
template <class T>
struct Valeur {
    std::optional<T> valeur;
    rules::Source source;
    std::string couche;  // layer that set it: "instruction 2024", "AAP Nouvelle-Aquitaine 2024"
    std::string chemin;  // path in the call file: "bareme.acquisition"
    Validite validite{};

    bool definie() const { return valeur.has_value(); }
    const T& operator*() const {
        core::ensure(definie(), "parameter read although the call leaves it undefined");
        return *valeur;
    }
    const T* operator->() const { return &**this; }
};

}  // namespace grappe::programme
