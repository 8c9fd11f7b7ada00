// Reading of bytes and unzipping, with bounds on what comes out.
#include "referentiels/flux.hpp"

#include <zlib.h>

#include <filesystem>
#include <stdexcept>

namespace grappe::referentiels {
namespace {

constexpr std::size_t taille_tampon = std::size_t{64} * 1024;
constexpr std::uint64_t produit_maximal = std::uint64_t{2} << 30U;
// Registers shrink five to thirty times; what shrinks more was made to harm.
constexpr std::uint64_t toujours_permis = std::uint64_t{64} << 20U;
constexpr std::uint64_t rapport_maximal = 200;

core::Refusal refus(const char* code, std::string detail) {
    return core::refuse(core::Reason::invalid, code, std::move(detail));
}

}  // namespace

std::size_t OctetsEnMemoire::lire(std::span<char> tampon) {
    const auto lus = reste_.copy(tampon.data(), tampon.size());
    reste_.remove_prefix(lus);
    return lus;
}

OctetsDeFichier::OctetsDeFichier(const std::string& chemin) {
    std::error_code faute;
    if (!std::filesystem::is_directory(chemin, faute)) fichier_.open(chemin, std::ios::binary);
}

std::size_t OctetsDeFichier::lire(std::span<char> tampon) {
    if (fichier_.eof()) return 0;
    fichier_.read(tampon.data(), static_cast<std::streamsize>(tampon.size()));
    if (fichier_.bad()) throw std::runtime_error{"reading of a register file failed"};
    return static_cast<std::size_t>(fichier_.gcount());
}

// One member after the other, as `gzip` concatenates them.
class Flux::Gzip {
public:
    Gzip() : sortie_(taille_tampon) {
        constexpr int gzip_only = 16 + MAX_WBITS;
        if (inflateInit2(&etat_, gzip_only) != Z_OK) throw std::bad_alloc{};
    }
    ~Gzip() { inflateEnd(&etat_); }
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;

    void donner(std::string_view entree) {
        // zlib takes a pointer to non-const and promises not to write through it.
        etat_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(entree.data()));
        etat_.avail_in = static_cast<uInt>(entree.size());
    }
    bool a_faim() const { return etat_.avail_in == 0 && !sortie_pleine_; }
    bool en_cours() const { return !membre_fini_; }

    // False when the bytes are no gzip.
    bool avancer(std::string_view& produit) {
        if (membre_fini_) {
            inflateReset(&etat_);
            membre_fini_ = false;
        }
        etat_.next_out = reinterpret_cast<Bytef*>(sortie_.data());
        etat_.avail_out = static_cast<uInt>(sortie_.size());
        const int resultat = inflate(&etat_, Z_NO_FLUSH);
        produit = {sortie_.data(), sortie_.size() - etat_.avail_out};
        sortie_pleine_ = etat_.avail_out == 0;
        if (resultat == Z_STREAM_END) {
            membre_fini_ = true;
            sortie_pleine_ = false;
        }
        return resultat == Z_OK || resultat == Z_STREAM_END || resultat == Z_BUF_ERROR;
    }

private:
    z_stream etat_{};
    std::vector<char> sortie_;
    bool sortie_pleine_ = false;
    bool membre_fini_ = false;
};

Flux::Flux(SourceOctets& source, Progres progres)
    : source_{source}, progres_{std::move(progres)}, tampon_(taille_tampon) {}

Flux::~Flux() = default;

std::string_view Flux::lire_source() {
    const auto lus = source_.lire(tampon_);
    octets_lus_ += lus;
    if (progres_ && lus > 0) progres_(octets_lus_);
    return {tampon_.data(), lus};
}

core::Result<std::string_view> Flux::suite() {
    if (!rendu_.empty()) return std::exchange(rendu_, {});
    if (!commence_) {
        commence_ = true;
        const auto premier = lire_source();
        if (!premier.starts_with("\x1F\x8B")) return compter(premier);
        gzip_ = std::make_unique<Gzip>();
        gzip_->donner(premier);
    }
    return gzip_ ? degonfler() : compter(lire_source());
}

core::Result<std::string_view> Flux::degonfler() {
    for (;;) {
        if (gzip_->a_faim()) {
            const auto entree = lire_source();
            if (entree.empty() && gzip_->en_cours())
                return refus("registre.illisible", "fichier gzip tronqué");
            if (entree.empty()) return std::string_view{};
            gzip_->donner(entree);
        }
        std::string_view produit;
        if (!gzip_->avancer(produit)) return refus("registre.illisible", "fichier gzip endommagé");
        if (!produit.empty()) return compter(produit);
    }
}

core::Result<std::string_view> Flux::compter(std::string_view morceau) {
    octets_produits_ += morceau.size();
    if (octets_produits_ > produit_maximal)
        return refus("registre.trop_grand", "plus de 2 Gio une fois décompressé");
    if (octets_produits_ > toujours_permis && octets_produits_ / rapport_maximal > octets_lus_)
        return refus("registre.trop_grand", "compression anormale");
    return morceau;
}

}  // namespace grappe::referentiels
