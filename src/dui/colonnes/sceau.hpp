// The seal of a segment: the names, lengths and digests of its files, and what it was made from.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dui/colonnes/segment.hpp"

namespace grappe::colonnes {

inline constexpr std::string_view fichier_du_sceau = "sceau";
inline constexpr std::size_t premiere_colonne = 3;  // of the files, one a type of fact
inline constexpr auto fichiers_du_segment = [] {
    std::array<std::string_view, premiere_colonne + fait::types> noms{"etablissements", "dossiers",
                                                                      "noms"};
    for (const auto& [type, nom] : names(fait::Type{}))
        noms[premiere_colonne + static_cast<std::size_t>(type)] = nom;
    return noms;
}();

struct Sceau {
    Couverture couverture;
    struct Fichier {
        std::uint64_t octets = 0;
        std::string empreinte;  // BLAKE2b, hexadecimal
    };
    std::array<Fichier, fichiers_du_segment.size()> fichiers;
};

// Its last line is a digest of the others.
std::string texte_du(const Sceau& sceau);
std::optional<Sceau> sceau_de(std::string_view texte);

}  // namespace grappe::colonnes
