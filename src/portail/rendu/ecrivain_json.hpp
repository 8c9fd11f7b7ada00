// EcrivainJson: appends JSON in order, nothing else: the same calls give the same bytes.
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "portail/rendu/tampon.hpp"
#include "rules/fait.hpp"

namespace grappe::rendu {

// `Sortie` is std::string, or Tampon where a whole analysis is written.
template <class Sortie>
class EcrivainDe {
public:
    explicit EcrivainDe(Sortie& sortie) : sortie_{sortie} {}

    void ouvrir_objet() { ouvrir('{'); }
    void fermer_objet() { fermer('}'); }
    void ouvrir_liste() { ouvrir('['); }
    void fermer_liste() { fermer(']'); }

    // A key is a name without a character to escape.
    void cle(std::string_view nom) {
        entourer(suit_ ? ",\"" : "\"", nom, "\":");
        suit_ = false;
    }
    void texte(std::string_view valeur) {
        separer();
        sortie_.push_back('"');
        ajouter_echappe(sortie_, valeur);
        sortie_.push_back('"');
    }
    // A text that `ecrire` appends to a string.
    template <class Ecrire>
    void texte_de(Ecrire&& ecrire) {
        std::string valeur;
        ecrire(valeur);
        texte(valeur);
    }
    // A text that is known to need no escape: a name of ours, a number, a date.
    void mot(std::string_view valeur) {
        entourer(suit_ ? ",\"" : "\"", valeur, "\"");
        suit_ = true;
    }
    // A key and its text, or its whole number.
    void membre(std::string_view nom, std::string_view valeur) {
        cle(nom);
        texte(valeur);
    }
    template <std::integral T>
    requires(!std::same_as<T, bool>) void membre(std::string_view nom, T valeur) {
        cle(nom);
        entier(valeur);
    }
    template <std::same_as<bool> B>
    void membre(std::string_view nom, B valeur) {
        cle(nom);
        booleen(valeur);
    }
    void membre(std::string_view nom, core::Money valeur) {
        cle(nom);
        montant(valeur);
    }
    // A key and a list of texts.
    void membre(std::string_view nom, const std::vector<std::string>& valeurs) {
        cle(nom);
        ouvrir_liste();
        for (const auto& valeur : valeurs) texte(valeur);
        fermer_liste();
    }
    // What is already JSON.
    void brut(std::string_view json) {
        separer();
        sortie_.append(json);
    }
    void nul() { brut("null"); }
    void booleen(bool valeur) { brut(valeur ? "true" : "false"); }
    void entier(std::int64_t valeur) {
        std::array<char, 64> tampon;  // longer than any number, for the moves of Tampon
        const auto fin = std::to_chars(tampon.data(), tampon.data() + tampon.size(), valeur).ptr;
        brut({tampon.data(), static_cast<std::size_t>(fin - tampon.data())});
    }
    void montant(core::Money valeur);
    void valeur(const rules::ValeurDeFait& valeur);  // amounts, dates and fractions are texts
    void faits(const rules::Faits& faits);

private:
    void entourer(std::string_view avant, std::string_view texte, std::string_view apres) {
        if constexpr (requires { sortie_.entourer(avant, texte, apres); }) {
            sortie_.entourer(avant, texte, apres);
        } else {
            sortie_.append(avant).append(texte).append(apres);
        }
    }
    void separer() {
        if (suit_) sortie_.push_back(',');
        suit_ = true;
    }
    void ouvrir(char signe) {
        separer();
        sortie_.push_back(signe);
        suit_ = false;
    }
    void fermer(char signe) {
        sortie_.push_back(signe);
        suit_ = true;
    }

    Sortie& sortie_;
    bool suit_ = false;
};

extern template class EcrivainDe<std::string>;
extern template class EcrivainDe<Tampon>;

using EcrivainJson = EcrivainDe<std::string>;
using EcrivainRapide = EcrivainDe<Tampon>;

}  // namespace grappe::rendu
