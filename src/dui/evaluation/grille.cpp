// Finding by key.
#include "dui/evaluation/grille.hpp"

#include <algorithm>

namespace grappe::evaluation {
namespace {

template <class T>
const T* par_cle(const std::vector<T>& tous, std::string_view cle) {
    const auto trouve = std::ranges::find(tous, cle, &T::cle);
    return trouve == tous.end() ? nullptr : &*trouve;
}

}  // namespace

const Variable* Grille::variable(std::string_view voulue) const {
    return par_cle(variables, voulue);
}
const Modalite* Grille::modalite(std::string_view voulue) const {
    return par_cle(modalites, voulue);
}
const Critere* Grille::critere(std::string_view voulue) const { return par_cle(criteres, voulue); }

const SousVariable* sous_variable(const Variable& variable, std::string_view cle) {
    return par_cle(variable.sous_variables, cle);
}

}  // namespace grappe::evaluation
