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
    // Null: it cannot be read. What can be read once only (a pipe; "-", the standard input) is
    // first copied to a file without a name, gone with the program: an import reads twice.
    static std::optional<LignesDuFichier> ouvrir(const std::string& chemin);
    void recommencer();  // from the first line
    // False: it has no place of its own, nor a name that another file could follow.
    bool ordinaire() const { return ordinaire_; }

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

    using Fichier = std::unique_ptr<std::FILE, Fermeture>;

    LignesDuFichier(Fichier fichier, std::uint64_t taille, bool ordinaire);
    static std::optional<LignesDuFichier> copier(std::FILE* flux);
    bool remplir();

    Fichier fichier_;
    bool ordinaire_;
    std::uint64_t taille_, octets_ = 0;
    std::int64_t numero_ = 0;
    std::string tampon_;
    std::size_t debut_ = 0, fin_ = 0;
};

}  // namespace grappe::importation
