// TBB.1: the dashboard of usage that the record makes by itself, and which figures are still zero.
// Requirement TBB.1 of REM-MS1-DUI-Va1 (call for financing of SONS): automatic, not zero.
#pragma once

#include <string>
#include <vector>

#include "core/instant.hpp"
#include "dui/indicateur/tableau.hpp"

namespace grappe::explication {

enum class Alimentation { alimente, non_alimente, sans_activite };

constexpr auto names(Alimentation) {
    using enum Alimentation;
    return std::to_array<core::Named<Alimentation>>(
        {{alimente, "alimente"},              // every indicator with a target is above zero
         {non_alimente, "non_alimente"},      // one at least is zero
         {sans_activite, "sans_activite"}});  // nobody accompanied, nothing recorded in the window
}

struct Controle {
    Alimentation alimentation;
    // Those at zero, of which only the ones with a target are held against the establishment.
    std::vector<usage::Indicateur> nuls;
};
Controle controler(const indicateur::Ligne& ligne);

struct Edition {
    std::string logiciel, version;  // of the program
    std::string regle;              // version of the rule of measure
    core::Instant produit_le;
};
std::string en_json(const indicateur::Tableau& tableau, const Edition& edition);

}  // namespace grappe::explication
