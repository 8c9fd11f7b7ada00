// What a measure is taken from, and the measure itself: shared by the commands that show one.
#pragma once

#include <string>
#include <vector>

#include "dui/cli/base_du_dui.hpp"
#include "dui/cli/mesure_demandee.hpp"
#include "dui/indicateur/tableau.hpp"

namespace grappe::dui {

struct Mesures {
    colonnes::Colonnes colonnes;
    indicateur::Acte acte;
    indicateur::Lecture lecture;
    usage::RegleDUsage regle;
};
Mesures mesures(BaseDuDui& base, const MesureVoulue& demande, const usage::RegleDUsage& regle);

// Of the establishments asked for, all of them when none is named. Code "dui.finess_inconnu".
core::Result<indicateur::Tableau> mesurer(const Mesures& mesures,
                                          const std::vector<std::string>& voulus);

}  // namespace grappe::dui
