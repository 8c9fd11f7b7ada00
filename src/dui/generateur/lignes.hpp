// The lines of the contract, one function a type: what every line says, then what it alone says.
#pragma once

#include <string_view>

#include "dui/generateur/ecrivain.hpp"
#include "dui/generateur/hasard.hpp"
#include "dui/generateur/personne.hpp"

namespace grappe::generateur {

// Numbers the facts and knows the calendar; one for a whole file.
class Lignes {
public:
    Lignes(Ecrivain& ecrivain, const Calendrier& calendrier)
        : e_{ecrivain}, calendrier_{calendrier} {}

    bool ecrit() const { return e_.ecrit(); }
    const Ecrivain& ecrivain() const { return e_; }

    // Facts about one person in one place.
    struct Qui {
        std::uint64_t personne = 0;
        NumeroEt finess{};
    };
    struct Moment {
        Jour jour = 0;
        int secondes = 0;  // of the day of Paris, two in the morning at least
    };

    void personne(const Personne& lui, const Etablissement& lieu, Graine graine);
    void sejour(const Qui& qui, const Sejour& sejour);
    void projet(const Qui& qui, std::string_view statut, Jour du, Jour au);
    void modification(const Qui& qui, Moment le, std::string_view metier, unsigned numero);
    void automatique(const Qui& qui, Moment le, std::string_view auteur);
    void message(const Qui& qui, Moment le, Hasard& hasard);
    void dmp(const Qui& qui, Moment le, Hasard& hasard);
    void trace(const Qui& qui, Moment le, std::string_view type);

    struct Evenement {
        Moment debut;
        Jour jour_fin = 0;
        int fin = 0;
        std::string_view statut;
    };
    void evenement(const Qui& qui, const Evenement& quoi);
    void evenement(const std::vector<std::uint64_t>& personnes, const NumeroEt& finess,
                   const Evenement& quoi);

    // The last fact once more, as a new version with another status: `corrige`.
    void evenement_corrige(const Qui& qui, const Evenement& quoi);

private:
    Ecrivain& ouvrir(std::string_view type, char marque, const NumeroEt& finess);
    Ecrivain& ouvrir(std::string_view type, char marque, const Qui& qui);
    Ecrivain& identifier(std::string_view type, char marque, std::uint64_t numero);
    void le(Moment moment);
    void suite(const Evenement& quoi);

    Ecrivain& e_;
    const Calendrier& calendrier_;
    std::uint64_t faits_ = 0;
};

}  // namespace grappe::generateur
