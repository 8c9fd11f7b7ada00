// The key's file, and XChaCha20-Poly1305 over libsodium.
#include "secret/coffre.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"
#include "secret/initialisation.hpp"

namespace grappe::secret {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t octets_de_cle = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t octets_de_nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t octets_de_plus = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bruts(std::string_view octets) {
    return reinterpret_cast<const unsigned char*>(octets.data());
}

unsigned char* bruts(std::string& octets) {
    return reinterpret_cast<unsigned char*>(octets.data());
}

core::Refusal illisible(const std::string& fichier) {
    return core::refuse(core::Reason::unavailable, "coffre.illisible", fichier);
}

bool ecrire_sur_disque(const std::string& chemin, const std::string& texte) {
    const int numero = open(chemin.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (numero < 0) return false;
    const auto ecrits = write(numero, texte.data(), texte.size());
    const bool fait = ecrits == static_cast<ssize_t>(texte.size()) && fsync(numero) == 0;
    close(numero);
    return fait;
}

// Two first uses at once: one link wins, both read the winner's key.
bool creer(const std::string& fichier) {
    std::error_code erreur;
    const auto dossier = fs::path{fichier}.parent_path();
    if (!dossier.empty()) fs::create_directories(dossier, erreur);
    const auto provisoire = fichier + "." + identifiant();
    const bool ecrit = ecrire_sur_disque(provisoire, en_base64_url(octets(octets_de_cle)) + "\n");
    if (ecrit) fs::create_hard_link(provisoire, fichier, erreur);
    fs::remove(provisoire, erreur);
    return ecrit && fs::exists(fichier, erreur);
}

core::Result<std::string> lire(const std::string& fichier) {
    struct stat etat {};
    if (stat(fichier.c_str(), &etat) != 0) return illisible(fichier);
    if ((etat.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return core::refuse(core::Reason::unavailable, "coffre.ouvert_a_tous", fichier);
    std::ifstream flux{fichier, std::ios::binary};
    std::string ligne;
    if (!std::getline(flux, ligne)) return illisible(fichier);
    const auto cle = de_base64_url(ligne);
    if (!cle || cle->size() != octets_de_cle) return illisible(fichier);
    return *cle;
}

}  // namespace

core::Result<Coffre> Coffre::ouvrir(const std::string& fichier) {
    initialiser();
    std::error_code erreur;
    if (!fs::exists(fichier, erreur) && !creer(fichier)) return illisible(fichier);
    auto cle = lire(fichier);
    if (!cle) return cle.error();
    return Coffre{std::move(cle).value()};
}

Coffre Coffre::neuf() { return Coffre{octets(octets_de_cle)}; }

std::string Coffre::sceller(std::string_view clair, std::string_view proprietaire) const {
    auto scelle = octets(octets_de_nonce);
    scelle.resize(octets_de_nonce + clair.size() + octets_de_plus);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bruts(scelle) + octets_de_nonce, nullptr, bruts(clair), clair.size(), bruts(proprietaire),
        proprietaire.size(), nullptr, bruts(scelle), bruts(cle_.reveal()));
    return en_base64_url(scelle);
}

core::Result<std::string> Coffre::desceller(std::string_view scelle,
                                            std::string_view proprietaire) const {
    const auto autre_cle = core::refuse(core::Reason::unavailable, "coffre.autre_cle");
    auto texte = de_base64_url(scelle);
    if (!texte || texte->size() < octets_de_nonce + octets_de_plus) return autre_cle;
    std::string clair(texte->size() - octets_de_nonce - octets_de_plus, '\0');
    const int fait = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bruts(clair), nullptr, nullptr, bruts(*texte) + octets_de_nonce,
        texte->size() - octets_de_nonce, bruts(proprietaire), proprietaire.size(), bruts(*texte),
        bruts(cle_.reveal()));
    if (fait != 0) return autre_cle;
    return clair;
}

std::string Coffre::empreinte(std::string_view texte) const {
    return empreinte_a_cle(cle_.reveal(), texte);
}

}  // namespace grappe::secret
