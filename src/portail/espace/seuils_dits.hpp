// Seuils dits: what the last answer about a version told of its thresholds, so that the next save
// knows which one it crosses without judging the earlier version again. What changed since without
// a version (the register, a deposit by others, a window that closed) is then told by that save.
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

struct SeuilsDits {
    std::vector<std::string> pieces{};  // that were judged with it
    std::vector<std::string> pris{};    // establishments that a live dossier has
    bool avec_essms = false;  // and they could be judged: there is something to cross from
    std::string guichet{}, issue{};
    std::vector<std::pair<rules::RegleId, rules::Issue>> seuils{};
};

// Those of the versions seen lately, for all threads of a server: it may forget them.
class SeuilsGardes {
public:
    struct Juge {
        std::string_view dossier;
        int version;
        std::vector<std::string> pieces;
    };
    std::optional<SeuilsDits> trouver(const Juge& juge) const;
    void garder(std::string_view dossier, int version, SeuilsDits seuils_dits);

private:
    struct Gardes {
        int version;
        SeuilsDits seuils_dits;
    };
    mutable std::mutex verrou_;
    std::unordered_map<std::string, Gardes> par_dossier_;
};

}  // namespace grappe::espace
