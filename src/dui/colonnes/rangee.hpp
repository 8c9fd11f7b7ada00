// Rangee: one version of one fact about one record, as the columns hold it.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>

#include "dui/fait/fait.hpp"

namespace grappe::colonnes {

// In the columns alone: a fact that does not end, a version that nothing replaced.
inline constexpr std::int64_t sans_fin = std::numeric_limits<std::int64_t>::max();
inline constexpr std::uint32_t toujours = std::numeric_limits<std::uint32_t>::max();

// Written as it lies in memory: 32 bytes, little-endian (see README).
struct Rangee {
    std::int64_t debut;  // days or seconds, as the type of the fact has it
    std::int64_t fin;
    std::uint64_t numero : 48;            // of the stored version
    std::uint64_t etat : 8;               // fait::Etat
    std::uint64_t projet_impossible : 8;  // of a stay
    std::uint32_t de;                     // known from that act of recording on
    std::uint32_t jusque;                 // until that act replaced it, left out

    fait::Etat en_etat() const { return static_cast<fait::Etat>(etat); }
    bool connue(std::uint32_t acte) const { return de <= acte && acte < jusque; }
};
static_assert(sizeof(Rangee) == 32 && std::is_trivial_v<Rangee>);

// In a record, rows of a type stand in this order: events by their end (the first that ends in a
// window is found by halves), all others by their beginning.
inline std::int64_t cle_de_tri(fait::Type type, const Rangee& rangee) {
    return type == fait::Type::evenement ? rangee.fin : rangee.debut;
}

// Of rows with the same time, the one stored first stands first.
bool avant(fait::Type type, const Rangee& une, const Rangee& autre);
void trier(fait::Type type, std::span<Rangee> rangees);

using Plages = std::array<std::span<const Rangee>, fait::types>;  // by type

// One person at one establishment, or the messages of an establishment that name nobody.
struct Dossier {
    std::uint32_t etablissement;
    std::uint32_t octets_du_nom;                       // of the person's id
    std::uint64_t nom;                                 // where it begins
    std::array<std::uint64_t, fait::types> premieres;  // first row of each type
};

struct Etablissement {
    std::array<char, 9> finess;
    std::array<char, 3> vide;  // keeps what follows aligned
    std::uint32_t connu;       // the first act of recording that names it
    std::uint64_t premier, dossiers;

    std::string_view numero() const { return {finess.data(), finess.size()}; }
};

}  // namespace grappe::colonnes
