// A fictitious establishment: its number, its kind, its habits; drawn from its rank alone.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/date.hpp"
#include "dui/generateur/calendrier.hpp"
#include "dui/generateur/modele.hpp"

namespace grappe::generateur {

// FINESS numbers PP9xxxxxK: of a department of metropolitan France, with a right key, and a third
// digit that no number of the register has (there it is 0). One a rank, under 100,000.
using NumeroEt = std::array<char, 9>;

// Establishments of one legal entity stand side by side.
struct Organisation {
    std::uint32_t premier = 0, nombre = 1, departement = 1;
};

struct Periode {
    Jour debut = 0, au = 0;
};

struct Etablissement {
    std::uint32_t rang = 0;
    Organisation organisation;
    NumeroEt finess{};
    const Genre* genre = nullptr;
    std::uint32_t poids = 1;  // its share of the persons
    // Parts of a thousand of persons: updated by professionals, with a project, an agenda, a DMP
    // fed; messages a person and a quarter.
    std::uint32_t actifs = 0, projets = 0, agenda = 0, dmp = 0, messages = 0;
    Jour ouverture = 0, fermeture = sans_fin, reprise = sans_fin;
    bool progresse = false;
};

NumeroEt finess_fictif(std::uint32_t departement, std::uint32_t rang);
Organisation organisation_a_partir_de(std::uint64_t graine, std::uint32_t premier,
                                      std::uint32_t etablissements);
Etablissement etablissement(std::uint64_t graine, std::uint32_t rang,
                            const Organisation& organisation, const Periode& periode);

inline std::string_view texte_de(const NumeroEt& numero) { return {numero.data(), numero.size()}; }

}  // namespace grappe::generateur
