// Routing: the decision table of a call that names the desk of a dossier.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/named.hpp"
#include "rules/source.hpp"

namespace grappe::programme {

enum class Niveau { regional, national, non_defini };
constexpr auto names(Niveau) {
    using enum Niveau;
    return std::to_array<core::Named<Niveau>>(
        {{regional, "regional"}, {national, "national"}, {non_defini, "non_defini"}});
}

// The regions test of a row; `indifferent` is a table without it.
enum class TestRegions { une, plusieurs, indifferent };
constexpr auto names(TestRegions) {
    using enum TestRegions;
    return std::to_array<core::Named<TestRegions>>(
        {{une, "une"}, {plusieurs, "plusieurs"}, {indifferent, "indifferent"}});
}

// The row applies when a_partir_de <= n < moins_de (each bound optional) and the regions test
// holds.
struct LigneRoutage {
    std::optional<int> a_partir_de;
    std::optional<int> moins_de;
    TestRegions regions;
    Niveau niveau;
    rules::Source source;
};

// AMB-08, tried in the call's order: the first that answers names the pivot region.
enum class CriterePivot { region_appel, region_porteur, region_majoritaire };
constexpr auto names(CriterePivot) {
    using enum CriterePivot;
    return std::to_array<core::Named<CriterePivot>>({{region_appel, "region_appel"},
                                                     {region_porteur, "region_porteur"},
                                                     {region_majoritaire, "region_majoritaire"}});
}

}  // namespace grappe::programme
