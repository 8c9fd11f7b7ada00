// Which measure is asked for: its day, what was known, which reading, which establishment.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/result.hpp"
#include "dui/magasin/moment.hpp"
#include "usage/indicateur.hpp"

namespace grappe::dui {

// One part that was not understood, and by what name it was asked.
struct FauteDeMesure {
    std::string_view champ;  // "au", "connu_le", "denominateur"
    core::Refusal refus;
};

struct MesureVoulue {
    core::Date au;
    std::optional<magasin::Moment> connu_le;  // nothing: all that is known now
    usage::Denominateur denominateur = usage::Denominateur::fenetre;
    std::string finess;  // empty: all those that one may read
    // What was not understood; the default stands in its place.
    std::vector<FauteDeMesure> fautes;

    // "?au=2024-09-30&denominateur=fenetre": the same measure, of that establishment.
    std::string question(std::string_view finess_et) const;
};

// As written; empty: not said.
struct MesureEcrite {
    std::string_view au, connu_le, denominateur, finess;
};
// Codes "dui.au_illisible", "dui.connu_le_illisible", "dui.denominateur_inconnu": all of them.
MesureVoulue lire_la_mesure(const MesureEcrite& ecrite, core::Date au_a_defaut);

}  // namespace grappe::dui
