// Mots: a list in one text of a body, as "750000001, 750000002".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grappe::api {

inline std::vector<std::string> mots(std::string_view texte) {
    std::vector<std::string> trouves(1);
    for (const char c : texte) {
        if (c != ' ' && c != ',')
            trouves.back() += c;
        else if (!trouves.back().empty())
            trouves.emplace_back();
    }
    if (trouves.back().empty()) trouves.pop_back();
    return trouves;
}

}  // namespace grappe::api
