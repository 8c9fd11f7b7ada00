// Tirage: which leaves an auditor asks for, from a public seed; anyone can draw them again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "rapport/arbre.hpp"
#include "rapport/reproche.hpp"

namespace grappe::rapport {

inline constexpr std::string_view format_du_tirage = "grappe-usage-tirage-1";
// Leaves drawn; a greater number may be asked of a report that has fewer.
inline constexpr std::int64_t tirage_max = 5'000'000;

// A seed in hexadecimal, 1 to 256 digits, written in lower case. Code "tirage.graine".
core::Result<std::string> lire_graine(std::string_view texte);
// The same in a file, where it has one form only: lower case.
core::Result<std::string> lire_graine_ecrite(std::string_view texte);

struct Tirage {
    Empreinte rapport{};  // digest of the whole file of the report
    std::string graine;
    std::int64_t nombre = 0;             // as it was asked for: may exceed the leaves
    std::vector<std::int64_t> feuilles;  // numbers from 0, ascending

    bool operator==(const Tirage&) const = default;
};

struct Urne {
    Empreinte rapport;
    std::int64_t feuilles;
};

// Uniform and without repetition; all leaves when there are no more than `nombre`.
Tirage tirer(const Urne& urne, const std::string& graine, std::int64_t nombre);

std::string ecrire(const Tirage& tirage);

// Its form only: whether it is the draw of its seed, `tirer` tells.
struct LectureDeTirage {
    bool lisible = false;
    Reproches reproches;
    Tirage tirage;
};
LectureDeTirage lire_tirage(std::string_view octets);

}  // namespace grappe::rapport
