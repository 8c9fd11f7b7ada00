// Writing by the system, digest by OpenSSL, which uses the processor's own instructions.
#include "portail/pieces/entrant.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>

#include "secret/empreinte.hpp"

namespace grappe::pieces {

Entrant::Entrant(std::string chemin) : chemin_{std::move(chemin)} {
    fichier_ = ::open(chemin_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    calcul_ = EVP_MD_CTX_new();
    echec_ = fichier_ < 0 || calcul_ == nullptr ||
             EVP_DigestInit_ex(calcul_, EVP_sha256(), nullptr) != 1;
}

Entrant::~Entrant() {
    if (fichier_ >= 0) ::close(fichier_);
    if (!cede_) ::unlink(chemin_.c_str());
    EVP_MD_CTX_free(calcul_);
}

void Entrant::prendre(std::string_view octets) noexcept {
    if (echec_ || octets.empty()) return;
    taille_ += octets.size();
    echec_ = EVP_DigestUpdate(calcul_, octets.data(), octets.size()) != 1;
    while (!octets.empty() && !echec_) {
        const auto ecrits = ::write(fichier_, octets.data(), octets.size());
        if (ecrits > 0)
            octets.remove_prefix(static_cast<std::size_t>(ecrits));
        else
            echec_ = true;
    }
}

void Entrant::finir() {
    if (echec_) return;
    std::array<unsigned char, EVP_MAX_MD_SIZE> octets{};
    unsigned nombre = 0;
    echec_ = EVP_DigestFinal_ex(calcul_, octets.data(), &nombre) != 1 || ::fsync(fichier_) != 0;
    sha256_ =
        secret::en_hexadecimal({reinterpret_cast<const char*>(octets.data()), std::size_t{nombre}});
    if (::close(fichier_) != 0) echec_ = true;
    fichier_ = -1;
}

}  // namespace grappe::pieces
