// Lines of NDJSON put together in one buffer, or only counted.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <vector>

#include "dui/generateur/calendrier.hpp"

namespace grappe::generateur {

class Ecrivain {
public:
    // Without a file, lines are counted and not written: the first pass.
    explicit Ecrivain(std::FILE* fichier);

    bool ecrit() const { return fichier_ != nullptr; }
    std::uint64_t lignes() const { return lignes_; }
    std::uint64_t octets() const { return octets_ + static_cast<std::uint64_t>(fin_); }

    Ecrivain& texte(std::string_view morceau) {
        std::memcpy(tampon_.data() + fin_, morceau.data(), morceau.size());
        fin_ += morceau.size();
        return *this;
    }
    Ecrivain& jour(const TexteDeJour& jour) { return texte({jour.data(), jour.size()}); }
    Ecrivain& nombre(std::uint64_t valeur);
    // `2024-08-01T10:00:00Z` from the seconds of a day of Paris, from two in the morning on.
    Ecrivain& instant(const JourEcrit& jour, int secondes);

    // A line is counted whether written or not; its text must have gone before.
    void fin_de_ligne() {
        ++lignes_;
        if (!ecrit()) return;
        texte("}\n");
        if (fin_ > plein) vider();
    }
    void vider();  // a file that refuses to be written is a failure: std::system_error

private:
    // A line is far under what stands between `plein` and the end of the buffer.
    static constexpr std::size_t taille = std::size_t{1} << 20U, plein = taille - 16384;

    std::FILE* fichier_;
    std::vector<char> tampon_;
    std::size_t fin_ = 0;
    std::uint64_t lignes_ = 0, octets_ = 0;
};

}  // namespace grappe::generateur
