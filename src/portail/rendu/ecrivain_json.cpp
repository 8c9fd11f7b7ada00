// Values of facts as JSON; texts are UTF-8 and escaped only where JSON asks for it.
#include "portail/rendu/ecrivain_json.hpp"

#include <algorithm>

namespace grappe::rendu {
namespace {

bool a_echapper(char signe) {
    return static_cast<unsigned char>(signe) < 0x20 || signe == '"' || signe == '\\';
}

void ajouter_echappe(std::string& sortie, char signe) {
    constexpr std::string_view chiffres = "0123456789abcdef";
    switch (signe) {
        case '"':
            sortie += "\\\"";
            return;
        case '\\':
            sortie += "\\\\";
            return;
        case '\n':
            sortie += "\\n";
            return;
        case '\r':
            sortie += "\\r";
            return;
        case '\t':
            sortie += "\\t";
            return;
        default:
            break;
    }
    if (!a_echapper(signe)) {
        sortie += signe;
        return;
    }
    sortie += "\\u00";
    sortie += chiffres[static_cast<unsigned char>(signe) >> 4];
    sortie += chiffres[static_cast<unsigned char>(signe) & 0xF];
}

void ajouter_entier_long(std::string& sortie, core::i128 valeur) {
    if (valeur < 0) sortie += '-';
    std::array<char, 40> tampon;
    auto* debut = tampon.data() + tampon.size();
    do {
        const auto chiffre = static_cast<int>(valeur % 10);
        *--debut = static_cast<char>('0' + (chiffre < 0 ? -chiffre : chiffre));
        valeur /= 10;
    } while (valeur != 0);
    sortie.append(debut, tampon.data() + tampon.size());
}

struct EcritureDeFait {
    EcrivainJson& json;

    void operator()(std::int64_t valeur) const { json.entier(valeur); }
    void operator()(bool valeur) const { json.booleen(valeur); }
    void operator()(core::Money valeur) const { json.montant(valeur); }
    void operator()(core::Date valeur) const { json.texte(valeur.text()); }
    void operator()(const core::Fraction& valeur) const {
        json.texte_de([&](std::string& sortie) {
            ajouter_entier_long(sortie, valeur.numerator());
            if (valeur.denominator() == 1) return;
            sortie += '/';
            ajouter_entier_long(sortie, valeur.denominator());
        });
    }
    void operator()(std::string_view valeur) const { json.texte(valeur); }
    void operator()(const std::string& valeur) const { json.texte(valeur); }
};

}  // namespace

void EcrivainJson::echapper_depuis(std::size_t debut) {
    const auto fautif = std::find_if(sortie_.begin() + static_cast<std::ptrdiff_t>(debut),
                                     sortie_.end(), a_echapper);
    if (fautif == sortie_.end()) return;
    const std::string reste{fautif, sortie_.end()};
    sortie_.erase(fautif, sortie_.end());
    for (const char signe : reste) ajouter_echappe(sortie_, signe);
}

void EcrivainJson::montant(core::Money valeur) {
    const auto centimes = valeur.in_cents();
    const auto absolu = centimes < 0 ? -centimes : centimes;
    std::array<char, 32> tampon;
    auto* ecrit = tampon.data();
    *ecrit++ = '"';
    if (centimes < 0) *ecrit++ = '-';
    ecrit = std::to_chars(ecrit, tampon.data() + tampon.size(), absolu / 100).ptr;
    *ecrit++ = '.';
    *ecrit++ = static_cast<char>('0' + absolu % 100 / 10);
    *ecrit++ = static_cast<char>('0' + absolu % 10);
    *ecrit++ = '"';
    brut({tampon.data(), static_cast<std::size_t>(ecrit - tampon.data())});
}

void EcrivainJson::valeur(const rules::ValeurDeFait& valeur) {
    std::visit(EcritureDeFait{*this}, valeur);
}

void EcrivainJson::faits(const rules::Faits& faits) {
    ouvrir_objet();
    for (const auto& fait : faits) {
        cle(fait.nom);
        valeur(fait.valeur);
    }
    fermer_objet();
}

}  // namespace grappe::rendu
