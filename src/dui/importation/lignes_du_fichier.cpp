// Reading by large pieces.
#include "dui/importation/lignes_du_fichier.hpp"

#include <sys/stat.h>

#include <cstring>

#include "dui/lecture/objet_json.hpp"

namespace grappe::importation {
namespace {

// A line at its limit, and one byte more to know that it is too long.
constexpr std::size_t capacite = 2 * lecture::octets_par_ligne + 2;

}  // namespace

LignesDuFichier::LignesDuFichier(Fichier fichier, std::uint64_t taille, bool ordinaire)
    : fichier_{std::move(fichier)},
      ordinaire_{ordinaire},
      taille_{taille},
      tampon_(capacite, '\0') {}

std::optional<LignesDuFichier> LignesDuFichier::ouvrir(const std::string& chemin) {
    if (chemin == "-") return copier(stdin);
    Fichier fichier{std::fopen(chemin.c_str(), "rb")};
    struct stat etat {};
    if (!fichier || ::fstat(::fileno(fichier.get()), &etat) != 0 || S_ISDIR(etat.st_mode))
        return std::nullopt;
    if (!S_ISREG(etat.st_mode)) return copier(fichier.get());
    return LignesDuFichier{std::move(fichier), static_cast<std::uint64_t>(etat.st_size), true};
}

std::optional<LignesDuFichier> LignesDuFichier::copier(std::FILE* flux) {
    Fichier copie{std::tmpfile()};
    if (!copie) return std::nullopt;
    std::string morceau(lecture::octets_par_ligne, '\0');
    std::uint64_t taille = 0;
    while (const auto lus = std::fread(morceau.data(), 1, morceau.size(), flux)) {
        if (std::fwrite(morceau.data(), 1, lus, copie.get()) != lus) return std::nullopt;
        taille += lus;
    }
    if (std::ferror(flux) != 0 || std::fflush(copie.get()) != 0) return std::nullopt;
    std::rewind(copie.get());
    return LignesDuFichier{std::move(copie), taille, false};
}

void LignesDuFichier::recommencer() {
    std::rewind(fichier_.get());
    octets_ = 0;
    numero_ = 0;
    debut_ = fin_ = 0;
}

// False: the end of the file, or no room left in a line that is too long.
bool LignesDuFichier::remplir() {
    if (debut_ > 0) {
        std::memmove(tampon_.data(), tampon_.data() + debut_, fin_ - debut_);
        fin_ -= debut_;
        debut_ = 0;
    }
    if (fin_ == tampon_.size()) return false;
    const auto lus = std::fread(tampon_.data() + fin_, 1, tampon_.size() - fin_, fichier_.get());
    fin_ += lus;
    octets_ += lus;
    return lus > 0;
}

std::optional<std::string_view> LignesDuFichier::suivante() {
    std::size_t vus = 0;
    while (true) {
        const auto* ou = static_cast<const char*>(
            std::memchr(tampon_.data() + debut_ + vus, '\n', fin_ - debut_ - vus));
        if (ou != nullptr) {
            const auto longueur = static_cast<std::size_t>(ou - tampon_.data()) - debut_;
            std::string_view ligne{tampon_.data() + debut_, longueur};
            debut_ += longueur + 1;
            constexpr std::string_view marque = "\xEF\xBB\xBF";
            if (++numero_ == 1 && ligne.starts_with(marque)) ligne.remove_prefix(marque.size());
            return ligne;
        }
        vus = fin_ - debut_;
        if (remplir()) continue;
        if (fin_ == debut_) return std::nullopt;
        // The last line has no end, or this one has no end in sight: the rest of it is passed over.
        std::string_view ligne{tampon_.data(), fin_};
        debut_ = fin_;
        ++numero_;
        if (ligne.size() == tampon_.size()) {
            for (int c = std::fgetc(fichier_.get()); c != '\n' && c != EOF;
                 c = std::fgetc(fichier_.get()))
                ++octets_;
        }
        return ligne;
    }
}

}  // namespace grappe::importation
