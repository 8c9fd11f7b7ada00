// The lines of a file, one after the other, in memory that does not grow with it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace grappe::importation {

class LignesDuFichier {
public:
    // Null: it cannot be read.
    static std::optional<LignesDuFichier> ouvrir(const std::string& chemin);

    // Without its end of line, nor the mark of UTF-8 at the head of the file; lives until the next
    // one. A line longer than lecture::octets_par_ligne is cut there: it is at fault anyway.
    std::optional<std::string_view> suivante();
    std::int64_t numero() const { return numero_; }  // of the last one, from 1
    std::uint64_t octets() const { return octets_; }
    std::uint64_t taille() const { return taille_; }

private:
    struct Fermeture {
        void operator()(std::FILE* fichier) const { std::fclose(fichier); }
    };

    LignesDuFichier(std::FILE* fichier, std::uint64_t taille);
    bool remplir();

    std::unique_ptr<std::FILE, Fermeture> fichier_;
    std::uint64_t taille_, octets_ = 0;
    std::int64_t numero_ = 0;
    std::string tampon_;
    std::size_t debut_ = 0, fin_ = 0;
};

}  // namespace grappe::importation
