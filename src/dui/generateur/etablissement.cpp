// Drawing of organisations and of their establishments.
#include "dui/generateur/etablissement.hpp"

#include <algorithm>

#include "core/ensure.hpp"
#include "dui/generateur/hasard.hpp"
#include "dui/generateur/usages.hpp"

namespace grappe::generateur {
namespace {

constexpr std::uint32_t departements = 94;  // 01 to 95 without 20

char cle_de(const NumeroEt& numero) {
    int somme = 0;
    for (std::size_t place = 0; place < 8; ++place) {
        const int chiffre = numero[place] - '0';
        const bool pair = place % 2 == 1;  // the key itself stands in the ninth place
        somme += !pair ? chiffre : chiffre > 4 ? 2 * chiffre - 9 : 2 * chiffre;
    }
    return static_cast<char>('0' + (10 - somme % 10) % 10);
}

const Genre& genre_au_hasard(Hasard& hasard) {
    auto tire = hasard.sous(1000);
    for (const auto& genre : genres) {
        if (tire < genre.part) return genre;
        tire -= genre.part;
    }
    return genres.back();
}

// Most do well, some are under the targets of 90 and 70 %, a few have hardly begun.
void donner_les_habitudes(Etablissement& lui, Hasard& hasard) {
    const Proportions p;
    const auto niveau = hasard.sous(1000);
    const bool faible = niveau < p.etablissement_faible;
    const bool moyen = !faible && niveau < p.etablissement_faible + p.etablissement_moyen;
    const auto part = [&](int bas, int haut) {
        if (faible) return static_cast<std::uint32_t>(hasard.entre(bas - 450, bas - 100));
        if (moyen) return static_cast<std::uint32_t>(hasard.entre(bas - 120, bas + 30));
        return static_cast<std::uint32_t>(hasard.entre(bas, haut));
    };
    lui.actifs = part(930, 1000);
    lui.projets = part(900, 1000);
    lui.agenda = part(910, 1000);
    lui.dmp = part(700, 940);
    lui.messages = part(680, 1300);
    lui.progresse = hasard.pour_mille(p.progression);
}

}  // namespace

NumeroEt finess_fictif(std::uint32_t departement, std::uint32_t rang) {
    core::ensure(rang < 100'000, "fictitious FINESS numbers are one hundred thousand");
    NumeroEt numero{static_cast<char>('0' + departement / 10),
                    static_cast<char>('0' + departement % 10), '9'};
    for (std::size_t place = 8; place-- > 3; rang /= 10)
        numero[place] = static_cast<char>('0' + rang % 10);
    numero[8] = cle_de(numero);
    return numero;
}

Organisation organisation_a_partir_de(std::uint64_t graine, std::uint32_t premier,
                                      std::uint32_t etablissements) {
    constexpr std::array<std::uint32_t, 10> tailles{1, 1, 1, 2, 2, 3, 5, 8, 15, 30};
    Hasard hasard{graine, premier, usage_organisation};
    const auto departement = 1 + hasard.sous(departements);
    return {.premier = premier,
            .nombre = std::min(hasard.parmi(tailles), etablissements - premier),
            .departement = departement < 20 ? departement : departement + 1};
}

Etablissement etablissement(std::uint64_t graine, std::uint32_t rang,
                            const Organisation& organisation, const Periode& periode) {
    const Proportions p;
    Hasard hasard{graine, rang, usage_etablissement};
    Etablissement lui{.rang = rang,
                      .organisation = organisation,
                      .finess = finess_fictif(organisation.departement, rang),
                      .genre = &genre_au_hasard(hasard),
                      .ouverture = periode.debut - 20'000};
    lui.poids = lui.genre->taille * static_cast<std::uint32_t>(hasard.entre(50, 170));
    donner_les_habitudes(lui, hasard);
    if (hasard.pour_mille(p.service_ferme))
        lui.fermeture = hasard.entre(periode.debut, periode.au);
    else if (hasard.pour_mille(p.service_ouvert))
        lui.ouverture = hasard.entre(periode.debut, periode.au);
    if (hasard.pour_mille(p.reprise)) lui.reprise = hasard.entre(periode.debut, periode.au - 1);
    return lui;
}

}  // namespace grappe::generateur
