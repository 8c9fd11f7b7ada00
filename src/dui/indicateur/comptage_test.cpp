// Counting from the columns answers what the definitions say of each record, on random records.
#include "dui/indicateur/comptage.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "dui/indicateur/dossier.hpp"

namespace grappe::indicateur {

using colonnes::Rangee;
using fait::Etat;
using fait::Type;

namespace {

struct Hasard {
    std::mt19937_64 source;

    std::int64_t entre(std::int64_t de, std::int64_t a) {
        return de + static_cast<std::int64_t>(source() % static_cast<std::uint64_t>(a - de + 1));
    }
    bool une_fois_sur(int n) { return entre(1, n) == 1; }
};

// Days on and about the edges of the window and of the year.
std::int64_t un_jour(Hasard& hasard, const indicateur::Bornes& bornes) {
    const std::array bords{bornes.premier_jour, bornes.jour, bornes.premier_janvier};
    return bords[static_cast<std::size_t>(hasard.entre(0, 2))] + hasard.entre(-2, 2);
}

std::int64_t un_instant(Hasard& hasard, const indicateur::Bornes& bornes) {
    const std::array bords{bornes.ouvre, bornes.ferme};
    return bords[static_cast<std::size_t>(hasard.entre(0, 1))] + hasard.entre(-2, 2);
}

Etat un_etat(Hasard& hasard, Type type) {
    if (type == Type::modification) return hasard.une_fois_sur(2) ? Etat::automatique : Etat::aucun;
    if (type == Type::envoi_mss) return hasard.une_fois_sur(2) ? Etat::echec : Etat::aucun;
    std::vector<Etat> admis{};
    for (const auto& nomme : names(Etat{}))
        if (fait::admet(type, nomme.value)) admis.push_back(nomme.value);
    if (admis.empty()) return Etat::aucun;
    return admis[static_cast<std::size_t>(
        hasard.entre(0, static_cast<std::int64_t>(admis.size()) - 1))];
}

Rangee une_rangee(Hasard& hasard, Type type, const indicateur::Bornes& bornes) {
    const bool en_jours = fait::unite_de(type) == fait::Unite::jour;
    Rangee rangee{};
    rangee.debut = en_jours ? un_jour(hasard, bornes) : un_instant(hasard, bornes);
    rangee.fin = en_jours ? un_jour(hasard, bornes) : un_instant(hasard, bornes);
    if (rangee.fin < rangee.debut) std::swap(rangee.debut, rangee.fin);
    const bool finit = type == Type::sejour || type == Type::projet || type == Type::evenement;
    if (!finit || (en_jours && hasard.une_fois_sur(3))) rangee.fin = colonnes::sans_fin;
    rangee.etat = static_cast<unsigned char>(un_etat(hasard, type)) & 0xFFU;
    rangee.projet_impossible = type == Type::sejour && hasard.une_fois_sur(4);
    rangee.de = static_cast<std::uint32_t>(hasard.entre(1, 3));
    rangee.jusque = hasard.une_fois_sur(4) ? rangee.de + 1 : colonnes::toujours;
    return rangee;
}

}  // namespace

TEST_CASE("a record is counted as the definitions say, whatever was known of it") {
    Hasard hasard{std::mt19937_64{20240930}};
    std::array<std::int64_t, usage::nombre_de_compteurs> vus{};
    for (int essai = 0; essai < 20'000; ++essai) {
        const auto au = core::Date::parse("2024-02-29")
                            .value()
                            .plus_days(static_cast<int>(hasard.entre(0, 400)));
        const auto fenetre = usage::fenetre_de(au, 3);
        const indicateur::Bornes bornes{fenetre};
        std::array<std::vector<Rangee>, fait::types> rangees;
        colonnes::Plages plages;
        for (std::size_t n = 0; n < fait::types; ++n) {
            const auto type = static_cast<Type>(n);
            const auto combien = hasard.entre(0, 3);
            for (int k = 0; k < combien; ++k)
                rangees[n].push_back(une_rangee(hasard, type, bornes));
            colonnes::trier(type, rangees[n]);
            plages[n] = rangees[n];
        }
        const auto connu = static_cast<indicateur::Acte>(hasard.entre(0, 4));
        const auto attendus =
            usage::evaluer(indicateur::dossier_mesure(plages, connu), fenetre).compteurs;
        const auto comptes = indicateur::compter(plages, bornes, connu);
        REQUIRE(comptes.valeurs == attendus.valeurs);
        for (std::size_t n = 0; n < vus.size(); ++n) vus[n] += comptes.valeurs[n];
    }
    for (const auto vu : vus) CHECK(vu > 100);  // every counter was tried
}

}  // namespace grappe::indicateur
