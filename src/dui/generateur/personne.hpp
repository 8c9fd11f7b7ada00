// A fictitious person's way through establishments: stays, habits; drawn from its rank alone.
#pragma once

#include <array>
#include <cstdint>

#include "dui/generateur/etablissement.hpp"

namespace grappe::generateur {

struct Sejour {
    std::uint32_t etablissement = 0;  // rank: another one of the organisation after a transfer
    Jour entree = 0, sortie = sans_fin;
    Modalite modalite = Modalite::permanent;
    bool projet_possible = true;

    bool present(Jour jour) const { return entree <= jour && jour < sortie; }
};

struct Personne {
    std::uint64_t rang = 0;
    std::array<Sejour, 4> sejours;
    std::size_t nombre = 0;  // of stays
    Jour deces = sans_fin;
    // The day each use began for this person; `sans_fin` when it never did.
    Jour suivie = sans_fin, projet = sans_fin, agenda = sans_fin, dmp = sans_fin;
    std::uint32_t messages = 0;  // a quarter, in thousandths

    void ajouter(const Sejour& sejour) {
        if (nombre < sejours.size()) sejours[nombre++] = sejour;
    }
};

struct Graine {
    std::uint64_t valeur = 0;
};

Personne personne(Graine graine, std::uint64_t rang, const Etablissement& etablissement,
                  const Periode& periode);

}  // namespace grappe::generateur
