// Where the bytes of a FINESS file come from, unzipped when they are zipped, and their lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace grappe::referentiels {

class SourceOctets {
public:
    virtual ~SourceOctets() = default;
    // Fills the front of `tampon`; 0 at the end.
    virtual std::size_t lire(std::span<char> tampon) = 0;
};

class OctetsEnMemoire : public SourceOctets {
public:
    explicit OctetsEnMemoire(std::string_view octets) : reste_{octets} {}
    std::size_t lire(std::span<char> tampon) override;

private:
    std::string_view reste_;
};

class OctetsDeFichier : public SourceOctets {
public:
    explicit OctetsDeFichier(const std::string& chemin);
    bool ouvert() const { return fichier_.is_open(); }  // false for a folder too
    std::size_t lire(std::span<char> tampon) override;  // a failing disk is an exception

private:
    std::ifstream fichier_;
};

// The text of a source, gzip or not, piece by piece. What unzips to more than any register is
// refused: at most 2 GiB, and at most 200 times what is stored.
class Flux {
public:
    using Progres = std::function<void(std::uint64_t octets_lus)>;

    Flux(SourceOctets& source, Progres progres);
    ~Flux();
    Flux(const Flux&) = delete;
    Flux& operator=(const Flux&) = delete;

    // Valid until the next call, empty at the end. Codes "registre.illisible" (damaged gzip),
    // "registre.trop_grand".
    core::Result<std::string_view> suite();
    // Makes the next call answer `morceau`, the end of what the last one gave.
    void rendre(std::string_view morceau) { rendu_ = morceau; }

private:
    class Gzip;

    std::string_view lire_source();
    core::Result<std::string_view> degonfler();
    core::Result<std::string_view> compter(std::string_view morceau);

    SourceOctets& source_;
    Progres progres_;
    std::unique_ptr<Gzip> gzip_;
    std::vector<char> tampon_;
    std::string_view rendu_;
    std::uint64_t octets_lus_ = 0;
    std::uint64_t octets_produits_ = 0;
    bool commence_ = false;
};

// Lines of a flux, each bounded: LF or CRLF, byte order mark removed, UTF-8 (strict, otherwise
// read as windows-1252, line by line), control characters made spaces.
class Lignes {
public:
    static constexpr std::size_t longueur_maximale = std::size_t{64} * 1024;
    static constexpr std::int64_t nombre_maximal = 5'000'000;

    explicit Lignes(Flux& flux) : flux_{flux} {}

    // False at the end. A line or a file beyond the bounds: "registre.trop_grand".
    core::Result<bool> suivante();
    std::string_view texte() const { return texte_; }  // until the next call
    std::int64_t numero() const { return numero_; }    // 1-based

private:
    core::Result<bool> prendre_brute();
    void decoder();

    Flux& flux_;
    std::string_view morceau_;
    std::string_view texte_;
    std::string a_cheval_;  // a line that spans two pieces
    std::string decodee_;
    std::int64_t numero_ = 0;
};

// `texte` without control characters, which no field of a register has a use for.
bool a_des_controles(std::string_view texte);
void effacer_controles(std::string& texte);

}  // namespace grappe::referentiels
