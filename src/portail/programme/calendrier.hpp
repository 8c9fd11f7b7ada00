// Windows of a call: when a dossier of a given scope and kind may be deposited.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "core/named.hpp"
#include "rules/regle.hpp"
#include "rules/source.hpp"

namespace grappe::programme {

enum class Nature { nouveau, redepose, extension };
constexpr auto names(Nature) {
    using enum Nature;
    return std::to_array<core::Named<Nature>>(
        {{nouveau, "nouveau"}, {redepose, "redepose"}, {extension, "extension"}});
}

enum class Portee { regional, multi_regional, national };
constexpr auto names(Portee) {
    using enum Portee;
    return std::to_array<core::Named<Portee>>(
        {{regional, "regional"}, {multi_regional, "multi_regional"}, {national, "national"}});
}

// Contains ouvre_le <= t < ferme_le. `tolere_des`: between it and ouvre_le a deposit is in time
// with an alert (conflicting texts, CONF-13).
struct Fenetre {
    std::string id;
    std::vector<Portee> portees;
    std::vector<Nature> natures;
    core::Instant ouvre_le;
    core::Instant ferme_le;  // the first instant that is too late
    std::optional<core::Instant> tolere_des;
    std::string comite;    // when the committee meets, as the text says; empty if unknown
    rules::RegleId regle;  // the rule of the catalogue that this window states
    rules::Source source;
    std::string couche{};
    std::string chemin{};  // path in the call file; several windows may share an id
};

}  // namespace grappe::programme
