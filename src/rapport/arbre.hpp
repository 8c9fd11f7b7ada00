// The evidence tree: a Merkle tree whose nodes commit to the sums of both their children.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "usage/compteurs.hpp"

namespace grappe::rapport {

// SHA-256, as 32 bytes; in texts, 64 lower-case hexadecimal digits and nothing else.
using Empreinte = std::array<unsigned char, 32>;

std::string en_texte(const Empreinte& empreinte);
std::optional<Empreinte> lire_empreinte(std::string_view texte);
// Lower-case digits only, so that no two texts are one value.
std::optional<std::string> octets_de_hexa(std::string_view texte, std::size_t octets);

// One context for many digests. Not for several threads at once.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    Empreinte de(std::string_view octets);

private:
    struct Contexte;
    std::unique_ptr<Contexte> contexte_;
};

struct Noeud {
    Empreinte empreinte{};
    usage::Compteurs compteurs;

    bool operator==(const Noeud&) const = default;
};

// From a leaf to its root: the sibling met at each level.
using Chemin = std::vector<Noeud>;

class Arbre {
public:
    // A record: its salt, what it adds, its facts as canonical text.
    Noeud feuille(std::string_view sel, const usage::Compteurs& compteurs, std::string_view faits);
    // An establishment among those of the report: its number, its leaves, the root of its own tree.
    Noeud etablissement(std::string_view finess, std::int64_t feuilles, const Noeud& racine);

    // Left, the greatest power of two below the number of leaves (RFC 6962): no leaf stands twice.
    // Of no leaf at all, the digest of one byte and sums of zero.
    Noeud racine(std::span<const Noeud> feuilles);
    // The same, with the way of each leaf of `rangs`, which are in order.
    struct Tracee {
        Noeud racine;
        std::vector<Chemin> chemins;
    };
    Tracee tracer(std::span<const Noeud> feuilles, std::span<const std::int64_t> rangs);

    // The root that this way leads to: nothing when it has not the length that the rank asks for,
    // or when a sum leaves 2^53 - 1.
    struct Place {
        std::int64_t rang, feuilles;
    };
    std::optional<Noeud> remonter(const Noeud& feuille, Place place, const Chemin& chemin);

private:
    std::optional<Noeud> noeud(const Noeud& gauche, const Noeud& droite);
    struct Trace;
    Noeud descendre(std::span<const Noeud> feuilles, Trace trace);

    Sha256 sha_;
    std::string tampon_;
};

}  // namespace grappe::rapport
