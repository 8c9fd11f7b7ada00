// ValeurLue: a value inside a JSON text that this program wrote, asked by its keys.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "portail/dossier/arbre_json.hpp"

namespace grappe::documents {

class ValeurLue {
public:
    // The text outlives the value; what cannot be read is absent.
    static ValeurLue lire(std::string_view json);

    bool presente() const { return noeud_ != nullptr; }
    bool est_nulle() const;
    ValeurLue champ(std::string_view cle) const;  // absent of an absent one
    std::vector<ValeurLue> elements() const;
    std::string cle() const;    // the name under which its object holds it; empty: none
    std::string texte() const;  // a text, or a number as written; empty when absent or null

private:
    std::shared_ptr<const dossier::Arbre> arbre_;  // every value of a text keeps its tree
    const dossier::Noeud* noeud_ = nullptr;
};

}  // namespace grappe::documents
