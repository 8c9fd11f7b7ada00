// EcrivainJson: appends JSON to a text, in order, nothing else: the same calls give the same bytes.
#pragma once

#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "rules/fait.hpp"

namespace grappe::rendu {

class EcrivainJson {
public:
    explicit EcrivainJson(std::string& sortie) : sortie_{sortie} {}

    void ouvrir_objet() { ouvrir('{'); }
    void fermer_objet() { fermer('}'); }
    void ouvrir_liste() { ouvrir('['); }
    void fermer_liste() { fermer(']'); }

    // A key is a literal without a character to escape.
    void cle(std::string_view nom) {
        separer();
        sortie_ += '"';
        sortie_ += nom;
        sortie_ += "\":";
        suit_ = false;
    }
    void texte(std::string_view valeur) {
        texte_de([&](std::string& sortie) { sortie += valeur; });
    }
    // A text that `ecrire` appends; what must be escaped is escaped afterwards.
    template <class Ecrire>
    void texte_de(Ecrire&& ecrire) {
        separer();
        sortie_ += '"';
        const auto debut = sortie_.size();
        ecrire(sortie_);
        echapper_depuis(debut);
        sortie_ += '"';
    }
    // What is already JSON, or a text that is known to need no escape once quoted.
    void brut(std::string_view json) {
        separer();
        sortie_ += json;
    }
    void nul() { brut("null"); }
    void booleen(bool valeur) { brut(valeur ? "true" : "false"); }
    void entier(std::int64_t valeur) {
        std::array<char, 24> tampon;
        const auto fin = std::to_chars(tampon.data(), tampon.data() + tampon.size(), valeur).ptr;
        brut({tampon.data(), static_cast<std::size_t>(fin - tampon.data())});
    }
    void montant(core::Money valeur);
    void valeur(const rules::ValeurDeFait& valeur);  // amounts, dates and fractions are texts
    void faits(const rules::Faits& faits);

private:
    void separer() {
        if (suit_) sortie_ += ',';
        suit_ = true;
    }
    void ouvrir(char signe) {
        separer();
        sortie_ += signe;
        suit_ = false;
    }
    void fermer(char signe) {
        sortie_ += signe;
        suit_ = true;
    }
    void echapper_depuis(std::size_t debut);

    std::string& sortie_;
    bool suit_ = false;
};

}  // namespace grappe::rendu
