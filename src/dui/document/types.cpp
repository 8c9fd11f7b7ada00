// One line a type.
#include "dui/document/types.hpp"

#include <algorithm>
#include <stdexcept>

#include "core/csv.hpp"
#include "fichiers/racine.hpp"

namespace grappe::document {

core::Result<Types> Types::lire(std::string_view csv) {
    constexpr std::size_t colonnes = 5;
    Types types;
    core::CsvReader lecteur{csv, ';'};
    const auto refuser = [&] {
        return core::refuse(core::Reason::invalid, "document.types",
                            std::to_string(lecteur.line()));
    };
    for (auto lue = lecteur.next(); !lue || *lue; lue = lecteur.next()) {
        if (!lue) return lue.error();
        if (lecteur.line() == 1) continue;
        const auto& champs = lecteur.fields();
        if (champs.size() != colonnes) return refuser();
        const auto donnees = core::named<partage::Classe>(champs[4]);
        if (!donnees || champs[0].empty() || types.trouver(champs[0]) != nullptr) return refuser();
        types.types_.push_back({std::string{champs[0]}, std::string{champs[1]},
                                std::string{champs[2]}, std::string{champs[3]}, *donnees});
    }
    return types;
}

Types Types::charger(const std::string& racine) {
    constexpr std::size_t au_plus = std::size_t{1} << 20U;
    const auto chemin = racine + "/donnees/documents/types.csv";
    const auto texte = fichiers::lire_fichier(chemin, au_plus);
    if (!texte) throw std::runtime_error{chemin};
    auto types = lire(*texte);
    if (!types) throw std::runtime_error{chemin + " : " + types.error().detail};
    return *std::move(types);
}

const Type* Types::trouver(std::string_view code) const {
    const auto trouve = std::ranges::find(types_, code, &Type::code);
    return trouve == types_.end() ? nullptr : &*trouve;
}

}  // namespace grappe::document
