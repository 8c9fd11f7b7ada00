// Serafin: the nomenclature SERAFIN-PH as a tree: needs (JDV_J285), direct services (JDV_J284) and
// indirect ones (JDV_J283).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/named.hpp"
#include "core/result.hpp"

namespace grappe::nomenclature {

enum class Axe { besoin, prestation_directe, prestation_indirecte };
constexpr auto names(Axe) {
    return std::to_array<core::Named<Axe>>({{Axe::besoin, "BESOIN"},
                                            {Axe::prestation_directe, "PRESTATION_DIRECTE"},
                                            {Axe::prestation_indirecte, "PRESTATION_INDIRECTE"}});
}

struct Intitule {
    std::string code;     // "1.2.1.1"
    std::string parent;   // empty: the root of its axis
    std::string libelle;  // as the source writes it, its slips included
    std::string jeu;      // "JDV_J285"
    Axe axe;
    int niveau;

    bool operator==(const Intitule&) const = default;
};

// Everyday words, folded, and the intitules they lead to.
struct MotUsuel {
    std::string ecrit;
    std::vector<std::string> mots;
    std::vector<std::uint32_t> intitules;
};

class Serafin {
public:
    // Of the two files of donnees/nomenclatures; code "nomenclature.serafin" (a line that cannot be
    // read, a parent or a code that is not there), with its line.
    static core::Result<Serafin> lire(std::string_view intitules, std::string_view mots_usuels);

    const std::vector<Intitule>& intitules() const { return intitules_; }  // each behind its parent
    const Intitule* trouver(std::string_view code) const;
    std::vector<const Intitule*> enfants(std::string_view code) const;  // "": the three axes
    std::vector<const Intitule*> chemin(std::string_view code) const;   // from its axis to itself
    // By rank in `intitules()`: the words of each label, folded.
    const std::vector<std::vector<std::string>>& mots() const { return mots_; }
    const std::vector<MotUsuel>& mots_usuels() const { return mots_usuels_; }

private:
    core::Result<void> lire_intitules(std::string_view texte);
    core::Result<void> lire_mots_usuels(std::string_view texte);

    std::vector<Intitule> intitules_;
    std::vector<std::vector<std::string>> mots_;
    std::vector<MotUsuel> mots_usuels_;
};

// The words of a text, folded, without articles and other empty words.
std::vector<std::string> mots_de(std::string_view texte);

}  // namespace grappe::nomenclature
