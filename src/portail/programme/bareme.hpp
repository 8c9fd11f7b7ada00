// Amounts of a call: flats by regime and tier, specific aid, ceilings, payments.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/money.hpp"
#include "core/named.hpp"
#include "rules/source.hpp"

namespace grappe::programme {

enum class Regime { acquisition, montee_de_version };
constexpr auto names(Regime) {
    using enum Regime;
    return std::to_array<core::Named<Regime>>(
        {{acquisition, "acquisition"}, {montee_de_version, "montee_de_version"}});
}

struct Palier {
    std::optional<int> jusqu_au_rang;  // inclusive; the last tier has none
    core::Money usage;
    core::Money equipement;  // a flat that the text does not split is all here
    rules::Source source_usage;
    rules::Source source_equipement;
    std::string chemin;  // "bareme.acquisition.1"
};

struct Bareme {
    std::vector<Palier> paliers;         // ascending; one tier: the call has no tiers
    std::optional<int> plafond_essms;    // ESSMS of this regime financed, first in list order
    std::optional<core::Money> plafond;  // amount of the flats of this regime
    rules::Source source_plafond;
};

enum class ModeAide { forfait, maximum };
constexpr auto names(ModeAide) {
    using enum ModeAide;
    return std::to_array<core::Named<ModeAide>>({{forfait, "forfait"}, {maximum, "maximum"}});
}

struct AideMateriel {
    ModeAide mode;
    core::Money par_essms;
};

struct AideAmoa {
    ModeAide mode;
    core::Money par_projet;  // COR-2021: 15,000 (market) + 100,000 (steering)
};

// "Small" is under the threshold: essms_geres < metropole, or < corse_outre_mer where the call has
// it.
struct SeuilPetitOrganisme {
    int metropole;
    std::optional<int> corse_outre_mer;
};

}  // namespace grappe::programme
