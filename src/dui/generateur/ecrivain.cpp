// Numbers and instants as text, and the buffer that goes to the file.
#include "dui/generateur/ecrivain.hpp"

#include <cerrno>
#include <system_error>

namespace grappe::generateur {

Ecrivain::Ecrivain(std::FILE* fichier)
    : fichier_{fichier}, tampon_(fichier == nullptr ? 0 : taille) {}

Ecrivain& Ecrivain::nombre(std::uint64_t valeur) {
    char chiffres[20];
    auto* debut = chiffres + sizeof chiffres;
    do *--debut = static_cast<char>('0' + valeur % 10);
    while ((valeur /= 10) != 0);
    return texte({debut, static_cast<std::size_t>(chiffres + sizeof chiffres - debut)});
}

Ecrivain& Ecrivain::instant(const JourEcrit& jour_, int secondes) {
    const auto deux = [](char* place, int valeur) {
        place[0] = static_cast<char>('0' + valeur / 10);
        place[1] = static_cast<char>('0' + valeur % 10);
    };
    char heure[] = "T00:00:00Z";
    deux(heure + 1, secondes / 3600 - jour_.heures_d_avance);
    deux(heure + 4, secondes / 60 % 60);
    deux(heure + 7, secondes % 60);
    return jour(jour_.texte).texte({heure, 10});
}

void Ecrivain::vider() {
    if (fichier_ == nullptr || fin_ == 0) return;
    if (std::fwrite(tampon_.data(), 1, fin_, fichier_) != fin_)
        throw std::system_error{errno, std::generic_category(), "generateur"};
    octets_ += fin_;
    fin_ = 0;
}

}  // namespace grappe::generateur
