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

LignesDuFichier::LignesDuFichier(std::FILE* fichier, std::uint64_t taille)
    : fichier_{fichier}, taille_{taille}, tampon_(capacite, '\0') {}

std::optional<LignesDuFichier> LignesDuFichier::ouvrir(const std::string& chemin) {
    std::FILE* fichier = std::fopen(chemin.c_str(), "rb");
    if (fichier == nullptr) return std::nullopt;
    LignesDuFichier lignes{fichier, 0};
    struct stat etat {};
    if (::fstat(::fileno(fichier), &etat) != 0 || S_ISDIR(etat.st_mode)) return std::nullopt;
    lignes.taille_ = static_cast<std::uint64_t>(etat.st_size);
    return lignes;
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
