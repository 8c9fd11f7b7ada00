// Nearest word: Levenshtein distance, one row of the table at a time.
#include <algorithm>
#include <numeric>
#include <vector>

#include "core/texte.hpp"

namespace grappe::core {

std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const auto replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::optional<std::string_view> plus_proche(std::string_view mot,
                                            std::span<const std::string_view> candidats) {
    constexpr std::size_t longest = 200;  // a longer word is no slip of the keyboard
    const auto folded = fold(cut(mot, longest));
    auto smallest = std::max<std::size_t>(folded.size() / 3, 1) + 1;
    std::optional<std::string_view> nearest;
    for (const auto candidat : candidats) {
        const auto found = distance(folded, fold(candidat));
        if (found >= smallest) continue;
        smallest = found;
        nearest = candidat;
    }
    return nearest;
}

}  // namespace grappe::core
