// Values of facts as JSON.
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::rendu {
namespace {

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

std::string fraction(const core::Fraction& valeur) {
    std::string sortie;
    ajouter_entier_long(sortie, valeur.numerator());
    if (valeur.denominator() == 1) return sortie;
    sortie += '/';
    ajouter_entier_long(sortie, valeur.denominator());
    return sortie;
}

template <class Ecrivain>
struct EcritureDeFait {
    Ecrivain& json;

    void operator()(std::int64_t valeur) const { json.entier(valeur); }
    void operator()(bool valeur) const { json.booleen(valeur); }
    void operator()(core::Money valeur) const { json.montant(valeur); }
    void operator()(core::Date valeur) const { json.mot(valeur.text()); }
    void operator()(const core::Fraction& valeur) const { json.mot(fraction(valeur)); }
    void operator()(std::string_view valeur) const { json.texte(valeur); }
    void operator()(const std::string& valeur) const { json.texte(valeur); }
};

}  // namespace

template <class Sortie>
void EcrivainDe<Sortie>::montant(core::Money valeur) {
    const auto centimes = valeur.in_cents();
    const auto absolu = centimes < 0 ? -centimes : centimes;
    std::array<char, 64> tampon;
    auto* ecrit = tampon.data();
    if (centimes < 0) *ecrit++ = '-';
    ecrit = std::to_chars(ecrit, tampon.data() + tampon.size(), absolu / 100).ptr;
    *ecrit++ = '.';
    *ecrit++ = static_cast<char>('0' + absolu % 100 / 10);
    *ecrit++ = static_cast<char>('0' + absolu % 10);
    mot({tampon.data(), static_cast<std::size_t>(ecrit - tampon.data())});
}

template <class Sortie>
void EcrivainDe<Sortie>::valeur(const rules::ValeurDeFait& valeur) {
    std::visit(EcritureDeFait<EcrivainDe>{*this}, valeur);
}

template <class Sortie>
void EcrivainDe<Sortie>::faits(const rules::Faits& faits) {
    ouvrir_objet();
    for (const auto& fait : faits) {
        cle(fait.nom);
        valeur(fait.valeur);
    }
    fermer_objet();
}

template class EcrivainDe<std::string>;
template class EcrivainDe<Tampon>;

}  // namespace grappe::rendu
