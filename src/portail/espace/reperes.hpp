// Repères: what the last answer about a version told of its thresholds, so that the next save knows
// which one it crosses without judging the earlier version again.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/constat.hpp"

namespace grappe::espace {

struct Reperes {
    std::vector<std::string> pris{};  // establishments that a live dossier has
    bool avec_essms = false;          // and they could be judged: there is something to cross from
    std::string guichet{}, issue{};
    std::vector<std::pair<rules::RegleId, rules::Issue>> seuils{};
};

// Those of the versions seen lately, for all threads of a server: it may forget them.
class ReperesGardes {
public:
    std::optional<Reperes> trouver(std::string_view dossier, int version) const;
    void garder(std::string_view dossier, int version, Reperes reperes);

private:
    struct Gardes {
        int version;
        Reperes reperes;
    };
    mutable std::mutex verrou_;
    std::unordered_map<std::string, Gardes> par_dossier_;
};

}  // namespace grappe::espace
