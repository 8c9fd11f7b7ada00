// Building and reading of the values a template is filled with.
#include "web/page/vue.hpp"

#include <algorithm>

#include "core/ensure.hpp"

namespace grappe::page {

Vue::Vue(std::initializer_list<Entree> entrees) : contenu_{Objet{}} {
    auto& objet = std::get<Objet>(contenu_);
    objet.noms.reserve(entrees.size());
    objet.valeurs.reserve(entrees.size());
    for (const auto& entree : entrees) ajouter(entree.nom, std::move(entree.valeur));
}

Vue& Vue::ajouter(std::string_view nom, Vue valeur) {
    core::ensure(std::holds_alternative<Objet>(contenu_), "a name added to a view without names");
    core::ensure(trouver(nom) == nullptr, "a name given twice in a view");
    auto& objet = std::get<Objet>(contenu_);
    objet.noms.emplace_back(nom);
    objet.valeurs.push_back(std::move(valeur));
    return *this;
}

const Vue* Vue::trouver(std::string_view nom) const {
    const auto* objet = std::get_if<Objet>(&contenu_);
    if (objet == nullptr) return nullptr;
    const auto trouve = std::find(objet->noms.begin(), objet->noms.end(), nom);
    if (trouve == objet->noms.end()) return nullptr;
    return &objet->valeurs[static_cast<std::size_t>(trouve - objet->noms.begin())];
}

}  // namespace grappe::page
