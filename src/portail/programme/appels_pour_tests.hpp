// What the tests of this module share: the root of the sources, the sentences, the text of a file.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "portail/programme/chargement.hpp"

namespace grappe::programme {

inline std::filesystem::path racine() { return GRAPPE_ROOT; }

inline std::string texte_de(const std::filesystem::path& chemin) {
    std::ifstream flux{chemin, std::ios::binary};
    REQUIRE_MESSAGE(flux.is_open(), chemin.string());
    return {std::istreambuf_iterator<char>{flux}, std::istreambuf_iterator<char>{}};
}

inline const rules::Phrases& phrases() {
    static const auto lues = rules::Phrases::charger(texte_de(racine() / "locale" / "fr.txt"));
    REQUIRE(lues);
    return *lues;
}

}  // namespace grappe::programme
