// Files of keys, over POSIX: the mode is right from the first byte on.
#include "rapport/cle.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>

#include "rapport/arbre.hpp"
#include "secret/empreinte.hpp"

namespace grappe::rapport {
namespace {

constexpr std::string_view entete_privee = "grappe-cle-privee-1 ";
constexpr std::string_view entete_publique = "grappe-cle-publique-1 ";

// A file that did not exist, on the disk before it is told: taken away when it could not be
// written.
bool ecrire_neuf(const std::string& fichier, const std::string& contenu, mode_t mode) {
    const int ouvert = ::open(fichier.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (ouvert < 0) return false;
    const bool ecrit =
        ::write(ouvert, contenu.data(), contenu.size()) == static_cast<ssize_t>(contenu.size()) &&
        ::fchmod(ouvert, mode) == 0 && ::fsync(ouvert) == 0;
    const bool ferme = ::close(ouvert) == 0;
    if (!ecrit || !ferme) ::unlink(fichier.c_str());
    return ecrit && ferme;
}

std::string_view sans_fin(std::string_view texte) {
    while (!texte.empty() && (texte.back() == '\n' || texte.back() == '\r' || texte.back() == ' '))
        texte.remove_suffix(1);
    return texte;
}

core::Refusal refus(const char* code, const std::string& detail) {
    return core::refuse(core::Reason::invalid, code, detail);
}

}  // namespace

core::Result<std::string> creer_cle(const std::string& fichier) {
    const auto publique = fichier + ".pub";
    std::error_code faute;
    for (const auto& chemin : {fichier, publique})
        if (std::filesystem::exists(std::filesystem::symlink_status(chemin, faute)))
            return refus("cle.existe", chemin);
    const auto cle = secret::CleDeSignature::neuve();
    const auto texte = secret::en_hexadecimal(cle.publique());
    const auto privee = secret::en_hexadecimal(cle.graine().reveal());
    if (!ecrire_neuf(fichier, std::string{entete_privee} + privee + "\n", 0600))
        return refus("cle.ecriture", fichier);
    if (!ecrire_neuf(publique, std::string{entete_publique} + texte + "\n", 0644)) {
        ::unlink(fichier.c_str());
        return refus("cle.ecriture", publique);
    }
    return texte;
}

core::Result<secret::CleDeSignature> lire_cle(const std::string& fichier) {
    const int ouvert = ::open(fichier.c_str(), O_RDONLY | O_CLOEXEC);
    if (ouvert < 0) return refus("cle.illisible", fichier);
    struct stat etat {};
    std::array<char, 256> tampon;
    const bool connu = ::fstat(ouvert, &etat) == 0;
    const auto lus = ::read(ouvert, tampon.data(), tampon.size());
    ::close(ouvert);
    if (!connu || lus < 0) return refus("cle.illisible", fichier);
    if ((etat.st_mode & 077) != 0) return refus("cle.ouverte_a_tous", fichier);
    auto texte = sans_fin({tampon.data(), static_cast<std::size_t>(lus)});
    if (!texte.starts_with(entete_privee)) return refus("cle.forme", fichier);
    texte.remove_prefix(entete_privee.size());
    const auto graine = octets_de_hexa(texte, secret::octets_de_cle);
    if (!graine) return refus("cle.forme", fichier);
    return secret::CleDeSignature::de_graine(*graine);
}

core::Result<std::string> lire_cle_publique(std::string_view texte) {
    texte = sans_fin(texte);
    if (texte.starts_with(entete_publique)) texte.remove_prefix(entete_publique.size());
    const auto octets = octets_de_hexa(texte, secret::octets_de_cle);
    if (!octets) return refus("cle.publique", "");
    return *octets;
}

}  // namespace grappe::rapport
